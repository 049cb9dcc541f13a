import { describe, expect, it } from "vitest";
import { evaluate } from "../formula/evaluate.js";
import { activationSpec } from "./activation-spec.js";
import { findActivation } from "./find-activation.js";
import { gain, momentOf, secondMoment } from "./gain.js";
import { exactFormulas } from "./lowered-formulas.js";

function specOf(name: string, params: Readonly<Record<string, number>> = {}) {
  const activation = findActivation(name);
  if (!activation) throw new Error(`no activation ${name}`);
  return activationSpec(activation, { params });
}

describe("gain", () => {
  /** Closed forms and quadrature, to five digits. */
  it.each([
    ["identity", {}, 1],
    ["relu", {}, 1.41421],
    ["leaky_relu", { alpha: 0.01 }, 1.41414],
    ["leaky_relu", { alpha: 0.1 }, 1.4072],
    ["prelu", { alpha: 0.25 }, 1.37199],
    ["elu", {}, 1.2452],
    ["selu", {}, 1],
    ["softplus", {}, 1.04187],
    ["gelu", {}, 1.53353],
    ["silu", {}, 1.67653],
    ["mish", {}, 1.48685],
    ["hardswish", {}, 1.73666],
    ["tanh", {}, 1.59254],
    ["sigmoid", {}, 1.84623],
    ["softsign", {}, 2.33753],
    ["squared_relu", {}, Math.sqrt(2 / 3)],
    ["reglu", {}, Math.SQRT2],
  ])("of %s %j is %d", (name, params, wanted) => {
    expect(gain(specOf(name, params))).toBeCloseTo(wanted, 5);
  });

  it.each([0.01, 0.1, 0.25, 0.5])("of a leaky slope %d is He's, ½(1 + a²) g² = 1", (alpha) => {
    expect(0.5 * (1 + alpha * alpha) * gain(specOf("leaky_relu", { alpha })) ** 2).toBeCloseTo(1, 12);
  });

  it("averages rrelu over its random slope", () => {
    const [low, high] = [1 / 8, 1 / 3];
    const meanSquare = (low * low + low * high + high * high) / 3;
    expect(secondMoment(specOf("rrelu"))).toBeCloseTo((1 + meanSquare) / 2, 12);
  });

  it("gives maxout's moments of the largest of normal variates", () => {
    expect(momentOf(specOf("maxout"), (value) => value)).toBeCloseTo(1 / Math.sqrt(Math.PI), 6);
    expect(secondMoment(specOf("maxout"))).toBeCloseTo(1, 6);
    expect(momentOf(specOf("maxout", { pieces: 3 }), (value) => value)).toBeCloseTo(
      3 / (2 * Math.sqrt(Math.PI)),
      3,
    );
  });

  it("has selu's fixed point: mean 0 and second moment 1", () => {
    expect(momentOf(specOf("selu"), (value) => value)).toBeCloseTo(0, 12);
    expect(secondMoment(specOf("selu"))).toBeCloseTo(1, 12);
  });
});

describe("published values", () => {
  const valueAt = (name: string, x: number): number => {
    const spec = specOf(name);
    return evaluate(spec.tree, {
      x,
      params: Object.fromEntries(spec.params.map((param) => [param.name, param.value])),
    });
  };

  it("leaky_relu and relu at the articles' points", () => {
    expect([-3, -1, 0, 1, 3].map((x) => valueAt("leaky_relu", x))).toEqual([-0.03, -0.01, 0, 1, 3]);
    expect([-2, -1, 0, 1, 2].map((x) => valueAt("relu", x))).toEqual([0, 0, 0, 1, 2]);
    expect(valueAt("leaky_relu", -2)).toBe(-0.02);
    const [slope = 0] = exactFormulas(specOf("leaky_relu")).slopes;
    expect([-2, -0.5, 0.5].map((x) => evaluate(slope, { x }))).toEqual([0.01, 0.01, 1]);
  });

  it("rrelu's mean slope, as libraries have it, not the paper's division by 5.5", () => {
    const { tree, params } = specOf("rrelu");
    const values = Object.fromEntries(params.map((param) => [param.name, param.value]));
    const slopeAt = (noise: number) => -evaluate(tree, { x: -1, params: values, noise });
    expect(slopeAt(0.5)).toBeCloseTo(0.2292, 4);
    expect([slopeAt(0), slopeAt(1)]).toEqual([1 / 8, expect.closeTo(1 / 3, 4)]);
  });

  it("selu's constants", () => {
    expect(valueAt("selu", 1)).toBeCloseTo(1.0507009873554805, 15);
    expect(valueAt("selu", -1e30)).toBeCloseTo(-1.0507009873554805 * 1.6732632423543778, 14);
  });

  it("mish has its minimum −0.30884 at −1.1924", () => {
    expect(valueAt("mish", -1.1924)).toBeCloseTo(-0.30884, 5);
    for (const x of [-1.3, -1.2, -1.19, -1.1])
      expect(valueAt("mish", x)).toBeGreaterThan(valueAt("mish", -1.1924));
  });

  it("gelu and its tanh form differ by 4.73e-4 at most", () => {
    let largest = 0;
    for (let x = -6; x <= 6; x += 0.001) {
      largest = Math.max(largest, Math.abs(valueAt("gelu", x) - valueAt("gelu_tanh", x)));
    }
    expect(largest).toBeCloseTo(4.73e-4, 6);
  });
});
