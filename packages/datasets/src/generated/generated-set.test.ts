import { describe, expect, it } from "vitest";
import { generateBlobs } from "./blobs.js";
import { generateCircles } from "./circles.js";
import { generateGaussianQuantiles } from "./gaussian-quantiles.js";
import { generateSpirals } from "./spirals.js";
import { generateTwoMoons } from "./two-moons.js";
import { generateXor } from "./xor.js";

const points = (dataset: { features: ArrayBufferLike }) => new Float32Array(dataset.features);

describe("generated sets", () => {
  it("are the same bits on every machine", () => {
    expect(generateTwoMoons().hash).toBe("92a71937afc346661192ff9763e4dc3e3d5d94e4740a376f30dd2f203900364e");
    expect(generateSpirals().hash).toBe("13233448879e10701e65ac122b984a75bf689ca5eff160840f8cab10ee15a924");
    expect(generateCircles().hash).toBe("a7045ae3f4f8af34179cff04c68cc619cf55fb125b29b86f914c797a65d12b9d");
    expect(generateXor().hash).toBe("55fe38bf34c557b48d9c5d6318a83a584a3229adf0ac9e73d9f63be33a19c08f");
    expect(generateBlobs().hash).toBe("5a0659a9106bd2ff325045a1a1f5d1652f5f593f009c8310cba59e220f5a6266");
    expect(generateGaussianQuantiles().hash).toBe(
      "428597f668d7f5f1dad997bf4054985de91aac7e2124571d1885b0101d6bbe76",
    );
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

  it("are what their names say when there is no noise", () => {
    const rowsOf = (dataset: { features: ArrayBufferLike; labels: ArrayBufferLike }) => {
      const values = points(dataset);
      return [...new Uint16Array(dataset.labels)].map(
        (label, row) => [label, values[2 * row] ?? 0, values[2 * row + 1] ?? 0] as const,
      );
    };
    const few = { noise: 0, trainRows: 300, testRows: 3 };
    for (const [label, x, y] of rowsOf(generateCircles(few)))
      expect(Math.hypot(x, y)).toBeCloseTo(label === 0 ? 1 : 0.5, 6);
    for (const [label, x, y] of rowsOf(generateXor(few))) expect(x < 0 !== y < 0).toBe(label === 1);
    for (const [label, x, y] of rowsOf(generateBlobs(few)))
      expect([x, y]).toEqual([
        expect.closeTo(Math.cos((2 * Math.PI * label) / 5), 6),
        expect.closeTo(Math.sin((2 * Math.PI * label) / 5), 6),
      ]);
    // The k-th third of a standard normal cloud by radius: r² between −2 ln(1 − k/3) and −2 ln(1 − (k +
    // 1)/3).
    for (const [label, x, y] of rowsOf(generateGaussianQuantiles(few))) {
      const square = x * x + y * y;
      expect(square).toBeGreaterThanOrEqual(-2 * Math.log(1 - label / 3) - 1e-6);
      expect(square).toBeLessThanOrEqual(label === 2 ? 80 : -2 * Math.log(1 - (label + 1) / 3) + 1e-6);
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
