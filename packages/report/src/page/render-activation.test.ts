import { activationCurve } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { catalogSample } from "../../../core/test/catalog-sample.js";
import { renderActivation } from "./render-activation.js";

describe("renderActivation", () => {
  it("draws value, slope and dead zone of every activation of one input as a file of its own", () => {
    const shaded: string[] = [];
    for (const activation of catalogSample()) {
      const curve = activationCurve(activation);
      expect(curve === undefined).toBe(activation.inputs > 1);
      if (curve === undefined) continue;
      const svg = renderActivation(curve);
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>\n$/s);
      expect(svg).toContain(`<title>Activation and derivative: ${activation.name}</title>`);
      expect(svg).not.toContain("NaN");
      const isSeen = curve.zeroSlope.some(({ from, to }) => Math.max(from, -4) < Math.min(to, 4));
      expect([curve.title, svg.includes('class="dead-zone"')]).toEqual([curve.title, isSeen]);
      if (isSeen) shaded.push(curve.title);
    }
    for (const name of ["relu", "relu6", "hardtanh", "hardshrink", "sparse_plus"])
      expect(shaded).toContain(name);
  });
});
