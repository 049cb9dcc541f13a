import { describe, expect, it } from "vitest";
import { activationSpec } from "./activation-spec.js";
import { deadRule } from "./dead-rule.js";
import { defineActivation } from "./define-activation.js";
import type { ParamInput } from "./define-param.js";
import { describeDead } from "./describe-dead.js";

const said = (formula: string, inputs = 1): string => {
  const params: Record<string, ParamInput> = /\ba\b/.test(formula)
    ? { a: { default: 0.5, trainable: true } }
    : {};
  return describeDead(deadRule(activationSpec(defineActivation({ name: "f", formula, inputs, params }))));
};

describe("describeDead", () => {
  it.each([
    [
      "x * sigmoid(x)",
      "nowhere: its derivative is not zero on any interval, so its dead rate is 0 by definition",
    ],
    [
      "noise < 0.5 ? x : 0",
      "nowhere: its derivative is not zero on any interval, so its dead rate is 0 by definition",
    ],
    ["max(0, 1 - x^2)", "x in (−∞, -1] or [1, ∞) on every example"],
    ["x > 0 ? 1 : 0", "everywhere: its derivative is zero, so every unit is dead from the start"],
    ["max(0, sin(x))", "on every example the branch that the formula takes has derivative 0"],
    [
      "max(0, tanh(x) - a)",
      "on every example the branch that the formula takes has derivative 0 (with a at the start: x in (−∞, 0.549306])",
    ],
    [
      "x > 0 ? x * floor(x) : 0",
      "on every example the branch that the formula takes has derivative 0, or is exactly 0 in f32 where that cannot be derived (surely: x in (−∞, 0])",
    ],
  ])("%s: %s", (formula, wanted) => {
    expect(said(formula)).toBe(wanted);
  });

  it("tells gated units apart that can be dead from those that cannot", () => {
    expect(said("x1 * sigmoid(x2)", 2)).toMatch(/^nowhere/);
    expect(said("x1 * max(x2, 0)", 2)).toBe(
      "on every example the branch that the formula takes has derivative 0",
    );
  });
});
