import { describe, expect, it } from "vitest";
import { bornDead, meanSingularValue, relu, rootMeanSquare, through } from "../../test/random-network.js";
import { type InitSpec, NAMED_INITS } from "../contract/spec.js";
import { OUTPUT_LAYER, WeightDraws } from "./draw.js";
import { initializerOf } from "./initialize.js";

/** A layer of an initializer: its weights as rows, its biases. */
function layerOf(
  init: InitSpec,
  shape: { inputs: number; units: number; layer?: number; seed?: number; omega?: number },
) {
  const { inputs, units, layer = 0, seed = 0, omega = 1 } = shape;
  const weights = new Float64Array(inputs * units);
  const biases = initializerOf(init)({ seed, layer, inputs, units, omega, inputMoment: () => 0.25 }, weights);
  const rows = Array.from({ length: units }, (_, u) => weights.slice(u * inputs, (u + 1) * inputs));
  return { weights, rows, biases };
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);

describe("every initializer", () => {
  const all: readonly InitSpec[] = [
    ...NAMED_INITS,
    ...(["normal", "uniform", "orthogonal"] as const).map((distribution) => ({ distribution, scale: 1.5 })),
  ];
  it.each(all)("%j gives finite weights, the same each time, others for another seed and layer", (init) => {
    const shape = { inputs: 7, units: 5 };
    const { weights, biases } = layerOf(init, shape);
    expect([...weights, ...(biases ?? [])].every(Number.isFinite)).toBe(true);
    expect(layerOf(init, shape)).toEqual(layerOf(init, shape));
    expect(layerOf(init, { ...shape, seed: 1 }).weights).not.toEqual(weights);
    expect(layerOf(init, { ...shape, layer: 1 }).weights).not.toEqual(weights);
  });

  it.each([
    ["xavier_uniform", Math.sqrt(2 / 500)],
    ["xavier_normal", Math.sqrt(2 / 500)],
    ["he_uniform", Math.sqrt(2 / 300)],
    ["he_normal", Math.sqrt(2 / 300)],
    ["lecun_uniform", Math.sqrt(1 / 300)],
    ["lecun_normal", Math.sqrt(1 / 300)],
    ["torch_default", Math.sqrt(1 / 900)],
    ["unit_norm", Math.sqrt(1 / 300)],
    ["auto", Math.sqrt(1 / (300 * 0.25))],
    [{ distribution: "normal", scale: 1.5 }, 1.5 / Math.sqrt(300)],
    [{ distribution: "uniform", scale: 1.5 }, 1.5 / Math.sqrt(300)],
    [{ distribution: "orthogonal", scale: 1.5 }, 1.5 / Math.sqrt(300)],
  ] satisfies [InitSpec, number][])("%j has the deviation it says", (init, deviation) => {
    // 60,000 weights: the root mean square of normals is within 1/√120,000 = 0.3 % one time in three.
    const ratio = rootMeanSquare(layerOf(init, { inputs: 300, units: 200 }).weights) / deviation;
    expect(Math.abs(ratio - 1)).toBeLessThan(0.015);
  });

  it("shares its draws across distributions, gains and widths", () => {
    const normal = layerOf("he_normal", { inputs: 8, units: 4 });
    const wider = layerOf("lecun_normal", { inputs: 16, units: 9 });
    normal.rows.forEach((row, unit) => {
      row.forEach((w, input) => {
        expect(w / Math.sqrt(2 / 8)).toBeCloseTo((wider.rows[unit]?.[input] ?? 0) * 4, 12);
      });
    });
    const unit = layerOf("unit_norm", { inputs: 8, units: 4 }).rows;
    unit.forEach((row, u) => {
      const own = normal.rows[u] as Float64Array;
      expect(dot(row, own)).toBeCloseTo(Math.sqrt(dot(own, own)), 12);
    });
  });
});

describe("siren", () => {
  it.each([
    ["the first layer", 0, 30, 1 / 300],
    ["a later layer", 1, 30, Math.sqrt(6 / 300) / 30],
    ["the output layer", OUTPUT_LAYER, 30, Math.sqrt(6 / 300) / 30],
    ["a later layer of an activation without omega", 2, 1, Math.sqrt(6 / 300)],
  ])("is uniform between the paper's bounds: %s", (_, layer, omega, bound) => {
    const { weights } = layerOf("siren", { inputs: 300, units: 200, layer, omega });
    const largest = weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0);
    // Of 60,000 draws the largest is within a thousandth of the end but for one case in 10²⁶.
    expect(largest / bound).toBeGreaterThan(0.999);
    expect(largest / bound).toBeLessThanOrEqual(1 + 1e-12);
    expect(rootMeanSquare(weights) / bound).toBeCloseTo(1 / Math.sqrt(3), 2);
  });
});

describe("orthogonal", () => {
  it.each([
    [6, 4],
    [5, 5],
    [3, 8],
    [120, 100],
  ])("is orthonormal in rows or columns: %i inputs, %i units", (inputs, units) => {
    const { weights, rows } = layerOf("orthogonal", { inputs, units });
    const vectors =
      units <= inputs
        ? rows
        : Array.from({ length: inputs }, (_, i) => weights.filter((_, at) => at % inputs === i));
    vectors.forEach((a, i) => {
      vectors.forEach((b, j) => {
        // Far below f32's rounding of the weights.
        expect(Math.abs(dot(a, b) - (i === j ? 1 : 0))).toBeLessThan(1e-12);
      });
    });
  });

  it("is the Q of the normals' QR with a positive diagonal", () => {
    const { rows } = layerOf("orthogonal", { inputs: 6, units: 4 });
    const draws = new WeightDraws(0, 0);
    const normals = Array.from({ length: 4 }, (_, u) =>
      Float64Array.from({ length: 6 }, (_, i) => draws.normal(u, i)),
    );
    // R = A · Qᵀ is lower triangular by rows, its diagonal positive.
    normals.forEach((a, i) => {
      rows.forEach((q, j) => {
        if (j > i) expect(Math.abs(dot(a, q))).toBeLessThan(1e-12);
        if (j === i) expect(dot(a, q)).toBeGreaterThan(0);
      });
    });
  });
});

describe("unit_norm", () => {
  it("gives every unit incoming weights of Euclidean norm 1", () => {
    for (const row of layerOf("unit_norm", { inputs: 50, units: 20 }).rows)
      expect(dot(row, row)).toBeCloseTo(1, 12);
  });
});

describe("torch_default", () => {
  it("draws weights and biases uniformly from ±1/√fan_in", () => {
    const { weights, biases } = layerOf("torch_default", { inputs: 25, units: 4000 });
    for (const values of [weights, biases ?? new Float64Array()]) {
      expect(Math.max(...values)).toBeLessThanOrEqual(0.2);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(-0.2);
      // A uniform's root mean square; 4,000 biases: ±0.7 % one time in three.
      expect(rootMeanSquare(values) / (0.2 / Math.sqrt(3))).toBeCloseTo(1, 1);
    }
  });
});

describe("asymmetric", () => {
  it("replaces one of a unit's weights and bias by Beta(2, 1), each as often", () => {
    const units = 20000;
    const { rows, biases } = layerOf("asymmetric", { inputs: 3, units });
    const counts = [0, 0, 0, 0];
    let sum = 0;
    rows.forEach((row, unit) => {
      const draws = new WeightDraws(0, 0);
      const own = [...row, biases?.[unit] ?? Number.NaN];
      const normal = [0, 1, 2].map((i) => (0.6007 / Math.sqrt(3)) * draws.normal(unit, i));
      const replaced = normal.findIndex((w, i) => w !== row[i]);
      const chosen = replaced === -1 ? 3 : replaced;
      counts[chosen] = (counts[chosen] ?? 0) + 1;
      const value = own[chosen] as number;
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
      sum += value;
    });
    // Binomial(20,000, ¼): deviation 61. Mean of Beta(2, 1): 2/3, deviation 0.236/√20,000 = 0.0017.
    for (const count of counts) expect(Math.abs(count - units / 4)).toBeLessThan(250);
    expect(Math.abs(sum / units - 2 / 3)).toBeLessThan(0.007);
  });
});

describe("closed forms", () => {
  it("keeps the length of relu's pre-activations under He, and halves their square a layer under 1/n", () => {
    // Ratio of deviations after L layers: 2^(L/2) (He et al. 2015). One input's squared length fluctuates by
    // about √(5·L/n) = 17 %, the same draws under both, so the ratio itself is exact but for rounding.
    const [he, lecun] = (["he_normal", "lecun_normal"] as const).map((init) => {
      const layers = Array.from({ length: 10 }, (_, layer) =>
        layerOf(init, { inputs: 256, units: 256, layer }),
      );
      return rootMeanSquare(through(layers, new Float64Array(256).fill(1), relu).at(-1)?.z ?? []);
    }) as [number, number];
    expect(he / lecun).toBeCloseTo(2 ** 5, 9);
    expect(he).toBeGreaterThan(1);
    expect(he).toBeLessThan(2);
  });

  it.each([
    ["torch_default", 0.49],
    ["xavier_uniform", 0.849],
  ] as const)("%s has a mean singular value of %f", (init, want) => {
    expect(Math.abs(meanSingularValue(layerOf(init, { inputs: 60, units: 60 }).rows) - want)).toBeLessThan(
      0.04,
    );
  });

  it.each([
    [2, 0.9437],
    [3, 0.7369],
    [5, 0.272],
    [10, 0.0097],
  ])("lets one input die within 10 relu layers of width %i with probability %f", (width, want) => {
    const nets = 1500;
    let dead = 0;
    for (let seed = 0; seed < nets; seed++) {
      const layers = Array.from({ length: 10 }, (_, layer) =>
        layerOf("he_normal", { inputs: layer === 0 ? 3 : width, units: width, layer, seed }),
      );
      if (through(layers, Float64Array.of(0.3, -1, 2), relu).some(({ a }) => a.every((v) => v === 0))) dead++;
    }
    // Three and a half deviations of a share of 1,500.
    expect(Math.abs(dead / nets - want)).toBeLessThan(3.5 * Math.sqrt((want * (1 - want)) / nets) + 1e-9);
  });

  it.each([
    ["he_normal", 2, 9, 0.875],
    ["asymmetric", 2, 9, 0.236],
    ["he_normal", 2, 3, 0.336],
    ["he_normal", 3, 5, 0.305],
  ] as const)(
    "%s: networks of width %i and %i layers are born dead at the published rate %f",
    (init, width, depth, want) => {
      const nets = 1500;
      let dead = 0;
      for (let seed = 0; seed < nets; seed++) {
        const layers = Array.from({ length: depth }, (_, layer) =>
          layerOf(init, { inputs: layer === 0 ? 1 : width, units: width, layer, seed }),
        );
        if (bornDead(layers)) dead++;
      }
      // Three deviations of a share of 1,500, and the published figure's ±0.01.
      expect(Math.abs(dead / nets - want)).toBeLessThan(0.045);
    },
  );
});
