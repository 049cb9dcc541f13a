import { activationSpec, catalog } from "@actbench/core";
import { describe, expect, it } from "vitest";
import { renderActivation } from "./render-activation.js";

describe("renderActivation", () => {
  it("draws value, slope and dead zone of every activation of one input as a file of its own", () => {
    for (const activation of catalog.filter(({ inputs }) => inputs === 1)) {
      const svg = renderActivation(activationSpec(activation));
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>\n$/s);
      expect(svg).toContain(`<title>Activation and slope: ${activation.name}</title>`);
      expect(svg).not.toContain("NaN");
      expect(svg.includes('class="dead-zone"')).toBe(
        [
          "relu",
          "relu6",
          "squared_relu",
          "threshold",
          "hardtanh",
          "hardsigmoid",
          "hardswish",
          "hardshrink",
          "softshrink",
          "sparse_sigmoid",
          "sparse_plus",
        ].includes(activation.name),
      );
    }
  });

  it("refuses a gated activation", () => {
    const [glu] = catalog.filter(({ name }) => name === "glu");
    expect(() => glu && renderActivation(activationSpec(glu))).toThrow("glu has 2 inputs; one is expected");
  });
});
