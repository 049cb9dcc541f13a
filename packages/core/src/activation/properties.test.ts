import { describe, expect, it } from "vitest";
import { catalogSample } from "../../test/catalog-sample.js";
import { activationSpec } from "./activation-spec.js";
import { defineActivation } from "./define-activation.js";
import { findActivation } from "./find-activation.js";
import { activationProperties } from "./properties.js";

const INF = Number.POSITIVE_INFINITY;

function specOf(name: string) {
  const activation = findActivation(name);
  if (!activation) throw new Error(`no activation ${name}`);
  return activationSpec(activation);
}

describe("activationProperties", () => {
  it.each<[string, boolean, boolean, number, number, number[]]>([
    ["identity", true, true, -INF, INF, []],
    ["relu", true, false, 0, INF, [0]],
    ["leaky_relu", true, false, -INF, INF, [0]],
    ["relu6", true, false, 0, 6, [0, 6]],
    ["squared_relu", true, true, 0, INF, []],
    ["elu", true, true, -1, INF, []],
    ["gelu", false, true, -0.16997, INF, []],
    ["silu", false, true, -0.27846, INF, []],
    ["mish", false, true, -0.30884, INF, []],
    ["sigmoid", true, true, 0, 1, []],
    ["tanh", true, true, -1, 1, []],
    ["softplus", true, true, 0, INF, []],
    ["softsign", true, true, -1, 1, []],
    ["arctan", true, true, -1.5708, 1.5708, []],
    ["hardshrink", true, false, -INF, INF, [-0.5, 0.5]],
    ["hardswish", false, false, -0.375, INF, [-3, 3]],
    ["gaussian", false, true, 0, 1, []],
    ["sin", false, true, -1, 1, []],
    ["log_sigmoid", true, true, -INF, 0, []],
  ])("of %s", (name, monotone, smooth, low, high, kinks) => {
    const found = activationProperties(specOf(name));
    expect([found.monotone, found.smooth, found.kinks]).toEqual([monotone, smooth, kinks]);
    for (const [got, wanted] of [
      [found.range[0], low],
      [found.range[1], high],
    ] as const) {
      if (Number.isFinite(wanted)) expect(got).toBeCloseTo(wanted, 4);
      else expect(got).toBe(wanted);
    }
  });

  it.each<[string, boolean, number, number, number[]]>([
    // Slow growth is without bound too.
    ["log(1 + max(0, x))", true, 0, INF, [0]],
    ["sign(x) * log(1 + abs(x))", true, -INF, INF, []],
    ["asinh(x)", true, -INF, INF, []],
    ["log(x + sqrt(x^2 + 1))", true, -INF, INF, []],
    ["log(1 + log(1 + softplus(x)))", true, 0, INF, []],
    ["sqrt(sqrt(1 + abs(x)))", false, 1, INF, [0]],
    ["x - log(1 + exp(x))", true, -INF, 0, []],
    ["softplus(x) - log(2 + exp(x))", true, -Math.LN2, 0, []],
    ["tanh(log(1 + abs(x)))", false, 0, 1, [0]],
    ["1 - 1 / log(3 + abs(x))", false, 1 - 1 / Math.log(3), 1, [0]],
    ["x + sin(x)", true, -INF, INF, []],
    // Extremes beyond the dense samples and between them.
    ["exp(-(x - 70.001)^2)", false, 0, 1, []],
    ["x * sigmoid(x)", false, -0.27846454276107374, INF, []],
    // Poles.
    ["1 / x", false, -INF, INF, []],
    ["x / (x^2 - 0.3)", false, -INF, INF, []],
    ["log(abs(x))", false, -INF, INF, [0]],
    // Steps.
    ["clamp(floor(x), -1, 1)", true, -1, 1, [0, 1]],
    ["max(0, sin(min(max(x, 0.1), 3.1)))", false, Math.sin(3.1), 1, [0.1, 3.1]],
    // Kinks where curves are compared.
    ["max(0, x * abs(x) - 2)", true, 0, INF, [Math.SQRT2]],
    ["clamp(0.5 + x / (2 * (1 + abs(x))), 0.1, 0.9)", true, 0.1, 0.9, [-4, 4]],
    ["max(0, 1 - x^2)", false, 0, 1, [-1, 1]],
    ["max(0, softplus(x) - 1)", true, 0, INF, [0.541324854612918]],
    ["max(0, tanh(x))", true, 0, 1, [0]],
    ["max(0, x^3)", true, 0, INF, []],
    ["sign(x) * abs(x)^0.5", true, -INF, INF, [0]],
    ["x > 0 ? 1 : 0", true, 0, 1, [0]],
    ["max(0, x) + min(0, exp(x) - 1)", true, -1, INF, []],
    // A rational of degrees 5 and 4 with 1 + |…|, as in PAU, has its kinks where the sum in it is 0.
    [
      "(0.02 + 0.5 * x + 1.2 * x^2 + 0.4 * x^3) / (1 + abs(1.5 * x + 0.5 * x^3 - 1))",
      false,
      -0.8,
      1.299620991691968,
      [0.5960716379833215],
    ],
  ])("of %s", (formula, monotone, low, high, kinks) => {
    const found = activationProperties(activationSpec(defineActivation({ name: "f", formula })));
    expect(found.monotone).toBe(monotone);
    for (const [got, wanted] of [
      [found.range[0], low],
      [found.range[1], high],
    ] as const) {
      if (Number.isFinite(wanted)) expect(got).toBeCloseTo(wanted, 9);
      else expect(got).toBe(wanted);
    }
    expect(found.kinks).toHaveLength(kinks.length);
    for (const [i, x] of found.kinks.entries()) expect(x).toBeCloseTo(kinks[i] ?? Number.NaN, 12);
  });

  it("is found for every elementwise activation", () => {
    for (const activation of catalogSample().filter(({ inputs }) => inputs === 1)) {
      const { range, lipschitz, zeroSlope } = activationProperties(activationSpec(activation));
      expect(range[0]).toBeLessThan(range[1]);
      const isFlat = zeroSlope.some(({ from, to }) => from === -INF && to === INF);
      if (isFlat) expect(lipschitz).toBe(0);
      else expect(lipschitz, activation.name).toBeGreaterThan(0);
    }
  });
});
