import { activationCurve, catalog } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { renderActivation } from "./render-activation.js";

describe("renderActivation", () => {
  it("draws value, slope and dead zone of every activation of one input as a file of its own", () => {
    for (const activation of catalog) {
      const curve = activationCurve(activation);
      expect(curve === undefined).toBe(activation.inputs > 1);
      if (curve === undefined) continue;
      const svg = renderActivation(curve);
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
});
