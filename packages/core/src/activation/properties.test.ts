import { describe, expect, it } from "vitest";
import { activationSpec } from "./activation-spec.js";
import { catalog } from "./catalog/catalog.js";
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

  it("is found for every elementwise activation", () => {
    for (const activation of catalog.filter(({ inputs }) => inputs === 1)) {
      const { range, lipschitz } = activationProperties(activationSpec(activation));
      expect(range[0]).toBeLessThan(range[1]);
      expect(lipschitz).toBeGreaterThan(0);
    }
  });
});
