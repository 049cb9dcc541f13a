import { describe, expect, it } from "vitest";
import { generateSpirals } from "./spirals.js";
import { generateTwoMoons } from "./two-moons.js";

const points = (dataset: { features: ArrayBufferLike }) => new Float32Array(dataset.features);

describe("generated sets", () => {
  it("are the same bits on every machine", () => {
    expect(generateTwoMoons().hash).toBe("92a71937afc346661192ff9763e4dc3e3d5d94e4740a376f30dd2f203900364e");
    expect(generateSpirals().hash).toBe("13233448879e10701e65ac122b984a75bf689ca5eff160840f8cab10ee15a924");
  });

  it("lie on their curves when there is no noise", () => {
    const moons = points(generateTwoMoons({ noise: 0, trainRows: 100, testRows: 10 }));
    for (let row = 0; row < 110; row += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = moons.subarray(row * 2);
      // f32 coordinates: a few units in the last place of 1.
      expect(Math.hypot(x0, y0)).toBeCloseTo(1, 5);
      expect(y0).toBeGreaterThanOrEqual(0);
      expect(Math.hypot(x1 - 1, y1 - 0.5)).toBeCloseTo(1, 5);
      expect(y1).toBeLessThanOrEqual(0.5);
    }
    const spirals = points(generateSpirals({ noise: 0, trainRows: 90, testRows: 10, arms: 3, turns: 2 }));
    for (let row = 0; row < 90; row++) {
      const [x = 0, y = 0] = spirals.subarray(row * 2);
      const r = Math.hypot(x, y);
      const angle = 2 * Math.PI * ((row % 3) / 3 + 2 * r);
      expect(x).toBeCloseTo(r * Math.cos(angle), 5);
      expect(y).toBeCloseTo(r * Math.sin(angle), 5);
    }
  });

  it("have noise of the deviation asked for", () => {
    const clean = points(generateSpirals({ noise: 0, turns: 0, arms: 1, trainRows: 20_000, testRows: 2 }));
    const noisy = points(generateSpirals({ noise: 0.5, turns: 0, arms: 1, trainRows: 20_000, testRows: 2 }));
    // With no turns y is noise alone; 20,000 draws know the deviation to 0.5 %, so 3 % is six errors wide.
    const ys = noisy.filter((_, i) => i % 2 === 1);
    const deviation = Math.sqrt(ys.reduce((sum, y) => sum + y * y, 0) / ys.length);
    expect(deviation).toBeGreaterThan(0.485);
    expect(deviation).toBeLessThan(0.515);
    expect(clean.filter((_, i) => i % 2 === 1).every((y) => y === 0)).toBe(true);
  });

  it("keep the test set when the training set grows, and change with the seed", () => {
    const small = generateTwoMoons({ trainRows: 10, testRows: 20 });
    const large = generateTwoMoons({ trainRows: 1_000, testRows: 20 });
    expect(points(small).subarray(20)).toEqual(points(large).subarray(2_000));
    expect(generateTwoMoons({ trainRows: 10, testRows: 20, seed: 1 }).hash).not.toBe(small.hash);
  });
});
