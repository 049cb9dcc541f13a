import { describe, expect, it } from "vitest";
import { fromCatalog } from "../../test/from-catalog.js";
import { activationSpec } from "./activation-spec.js";
import { brokenConstraint } from "./broken-constraint.js";
import { standardActivations } from "./catalog/catalog.js";
import { defineActivation } from "./define-activation.js";
import { defineCode } from "./define-code.js";

const hardtanh = fromCatalog("hardtanh");
const rrelu = fromCatalog("rrelu");

const params = { a: { default: 0 }, b: { default: 1 } };

describe("values that an activation cannot mean", () => {
  it("hardtanh needs low < high, rrelu lower <= upper, as in PyTorch", () => {
    expect(brokenConstraint(hardtanh, { low: 2 })).toBe("needs low < high; received low 2, high 1");
    expect(brokenConstraint(hardtanh, { low: 1, high: 1 })).toContain("needs low < high");
    expect(brokenConstraint(hardtanh, { low: 2, high: 3 })).toBeUndefined();
    expect(brokenConstraint(rrelu, { upper: 0 })).toBe("needs lower <= upper; received lower 0.125, upper 0");
    expect(brokenConstraint(rrelu, { lower: 0.2, upper: 0.2 })).toBeUndefined();
    expect(() => activationSpec(hardtanh, { params: { low: 2 } })).toThrow(
      "hardtanh needs low < high; received low 2, high 1",
    );
  });

  it.each([
    "clamp(x, a, b)",
    "max(a, min(x, b))",
    "min(b, max(a, x))",
    "x * clamp(x + 3, 6 * a, 6 * b)",
    "exp(min(max(x, a), b)) + x",
  ])("bounds of a clamp that cross make a constant of it: %s", (formula) => {
    const own = defineActivation({ name: "own", formula, params });
    expect(brokenConstraint(own, { a: 2 })).toMatch(
      /^is constant where it clamps: the lower bound .*a.* is above the upper bound .*b.*; received a 2, b 1$/,
    );
    expect(brokenConstraint(own, { a: 1 })).toBeUndefined();
    expect(brokenConstraint(own, { a: -5, b: -4 })).toBeUndefined();
  });

  it("a definition is held to its own constraints and to its defaults", () => {
    const define = (more: object, formula = "max(x, 0) + a * b") =>
      defineActivation({ name: "own", formula, params, ...more });
    expect(define({ constraints: ["a < b", "a + b > 0"] }).constraints).toEqual(["a < b", "a + b > 0"]);
    expect(() => define({ constraints: ["a > b"] })).toThrow(
      'activation "own": with its defaults it needs a > b; received a 0, b 1',
    );
    expect(() => define({ constraints: ["a < c"] })).toThrow("uses c, which is not one of its parameters");
    expect(() => define({ constraints: ["a <"] })).toThrow("the constraint a <: ");
    expect(() => define({ constraints: "a < b" })).toThrow("constraints is not a list of strings");
    expect(() => define({}, "clamp(x, b, a)")).toThrow(
      "the lower bound b is above the upper bound a; received b 1, a 0",
    );
    expect(() => defineActivation({ name: "own", formula: "x + clamp(x, 1, -1)" })).toThrow(
      "the lower bound 1 is above the upper bound -1",
    );
    const functions = { value: (x: number) => x, slope: () => 1 };
    const code = defineCode({ name: "own", params, constraints: ["a < b"], ...functions }, "0");
    expect(brokenConstraint(code, { a: 3 })).toBe("needs a < b; received a 3, b 1");
  });

  it("no default and no end of a range of the standard activations is refused but rrelu's", () => {
    const refused = standardActivations.flatMap((activation) =>
      activation.params.flatMap(({ name, min, max }) =>
        [min, max].flatMap((value) =>
          value === undefined ? [] : (brokenConstraint(activation, { [name]: value }) ?? []),
        ),
      ),
    );
    expect(refused).toEqual(["needs lower <= upper; received lower 0.125, upper 0"]);
  });
});
