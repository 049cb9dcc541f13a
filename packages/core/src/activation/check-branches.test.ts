import { describe, expect, it } from "vitest";
import { add, div, mul, sin, tanh, where } from "../formula/build.js";
import type { Expr } from "../formula/expr.js";
import { checkBranches } from "./check-branches.js";
import { type ActivationInput, defineActivation } from "./define-activation.js";

const params = { a: { default: 0.5, max: 8 } };
type Input = ActivationInput<"a">;

function check(formula: Input["formula"], more: Partial<Input> = {}): () => void {
  const input: Input = { name: "f", params, formula, ...more };
  return () => checkBranches(input, defineActivation(input));
}

describe("checkBranches", () => {
  it.each<[string, Input["formula"], RegExp]>([
    [
      "===",
      (x, { a }) => ((x as unknown) === 0 ? a : div(mul(a, sin(x)), x)),
      /is 0.5 at x = 0, a = 0.5, built from symbols NaN/,
    ],
    [
      "&&",
      (x, { a }) => add(a, tanh(((a as unknown as boolean) && x) as Expr)),
      /is 0 at x = -1.5, a = 0, built from symbols -0.9/,
    ],
    [
      "!",
      (x, { a }) => ((a as unknown as boolean) ? mul(a, x) : 1),
      /is 1 at x = -1.5, a = 0, built from symbols -?0/,
    ],
    ["typeof", (x, { a }) => (typeof x === "number" ? mul(2, a, x) : mul(a, x)), /built from numbers it is/],
    ["a value within a range", (x, { a }) => ((a as unknown) === 8 ? x : mul(a, x)), /at x = -1.5, a = 8,/],
  ])("finds a branch by %s", (_, formula, message) => {
    expect(check(formula)).toThrow(message);
    expect(check(formula)).toThrow("choose with where");
  });

  it.each<[string, Input["formula"], Partial<Input>]>([
    ["text", "a * x", {}],
    ["builders", (x, { a }) => where(["gt", x, 0], x, mul(a, x)), {}],
    ["names written as they are", (_, { a }) => ["mul", a, "x"] as Expr, {}],
    ["two inputs", (_, { a }, [x1 = 0, x2 = 0]) => mul(a, x1, ["sigmoid", x2]), { inputs: 2 }],
    ["noise", (x, { a }) => mul(a, x, "noise"), {}],
    ["NaN and infinities", (x, { a }) => mul(a, ["log", x], ["exp", ["exp", x]]), {}],
  ])("lets %s pass", (_, formula, more) => {
    expect(check(formula, more)).not.toThrow();
  });
});
