import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { activationSpec } from "../src/activation/activation-spec.js";
import { defineActivation } from "../src/activation/define-activation.js";
import { exactFormulas } from "../src/activation/lowered-formulas.js";
import { evaluate } from "../src/formula/evaluate.js";

interface Fixtures {
  readonly torch: string;
  readonly cases: readonly {
    readonly formula: string;
    readonly params: Readonly<Record<string, number>>;
    readonly x: readonly number[];
    readonly slope: readonly number[];
  }[];
}

const fixtures: Fixtures = JSON.parse(
  readFileSync(new URL("fixtures/torch-kinks.json", import.meta.url), "utf8"),
);
/** A few roundings of f64, relative to the slope or to 1. */
const TOLERANCE = 1e-14;

/** The slope of a formula, its parameters trained or fixed. */
function slopeOf(formula: string, params: Readonly<Record<string, number>>, trainable: boolean) {
  const defined = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, { default: value, trainable }]),
  );
  const spec = activationSpec(defineActivation({ name: "f", formula, params: defined }));
  const slope = exactFormulas(spec).slopes[0] ?? 0;
  return (x: number): number => evaluate(slope, { x, params });
}

describe(`slopes of PyTorch ${fixtures.torch} at kinks`, () => {
  it.each(
    fixtures.cases.flatMap((test) =>
      (Object.keys(test.params).length > 0 ? [false, true] : [false]).map(
        (trained) => [test.formula, JSON.stringify(test.params), trained, test] as const,
      ),
    ),
  )("%s %s, trained: %s", (formula, _, trained, test) => {
    const slope = slopeOf(formula, test.params, trained);
    const off = test.x.flatMap((x, i) => {
      const [got, wanted = Number.NaN] = [slope(x), test.slope[i]];
      return Math.abs(got - wanted) <= TOLERANCE * (1 + Math.abs(wanted)) ? [] : [{ x, got, wanted }];
    });
    expect(off).toEqual([]);
  });

  it("has those of elu and prelu as they are printed, and says what today's hardswish has", () => {
    const elu = "max(0, x) + min(0, a * (exp(x) - 1))";
    expect(slopeOf(elu, { a: 1 }, false)(0)).toBe(1);
    expect(slopeOf("max(0, x) + a * min(0, x)", { a: 0.25 }, true)(0)).toBe(0.625);
    expect([-3, 3].map(slopeOf("x * min(max(x + 3, 0), 6) / 6", {}, false))).toEqual([0, 1]);
  });
});
