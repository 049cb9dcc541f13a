import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { activationSpec } from "../src/activation/activation-spec.js";
import { findActivation } from "../src/activation/find-activation.js";
import { exactFormulas } from "../src/activation/lowered-formulas.js";
import { evaluate } from "../src/formula/evaluate.js";

interface Fixtures {
  readonly torch: string;
  readonly cases: readonly {
    readonly name: string;
    readonly params: Readonly<Record<string, number>>;
    readonly x: readonly number[];
    readonly value: readonly number[];
    readonly slope: readonly number[];
  }[];
  readonly gated: readonly {
    readonly name: string;
    readonly x1: readonly number[];
    readonly x2: readonly number[];
    readonly value: readonly number[];
    readonly slope1: readonly number[];
    readonly slope2: readonly number[];
  }[];
}

const fixtures: Fixtures = JSON.parse(
  readFileSync(new URL("fixtures/torch-activations.json", import.meta.url), "utf8"),
);

/** Where PyTorch 1.13 differs on purpose of neither side: by name, then x. */
const CORRECTED: Readonly<Record<string, readonly number[]>> = {
  // x/3 + 1/2 on the closed interval, −0.5 and 1.5 at its ends; since pytorch#148049 it is 0 and 1, as here.
  hardswish: [-3, 3],
};
/**
 * A few roundings of f64, relative to the value or to 1, where PyTorch's own code cancels (gelu, selu left of
 * 0).
 */
const TOLERANCE = 1e-14;
/** PyTorch's own error where it is larger: its slope of hardsigmoid is 1/6 rounded to f32. */
const COARSE: Readonly<Record<string, number>> = { hardsigmoid: 1e-8 };

function formulasOf(name: string, params: Readonly<Record<string, number>>) {
  const activation = findActivation(name);
  if (!activation) throw new Error(`no activation ${name}`);
  const spec = activationSpec(activation, { params });
  const values = Object.fromEntries(spec.params.map((param) => [param.name, param.value]));
  return { ...exactFormulas(spec), params: values };
}

function worstOf(
  got: readonly number[],
  wanted: readonly number[],
  x: readonly unknown[],
  tolerance = TOLERANCE,
) {
  const off = got.map(
    (value, i) => Math.abs(value - (wanted[i] ?? Number.NaN)) / (1 + Math.abs(wanted[i] ?? 0)),
  );
  const i = off.findIndex((error) => !(error <= tolerance));
  return i < 0 ? undefined : { x: x[i], got: got[i], wanted: wanted[i] };
}

describe(`PyTorch ${fixtures.torch}`, () => {
  it.each(fixtures.cases.map((test) => [test.name, JSON.stringify(test.params), test] as const))(
    "%s %s has its values, and its slopes also at kinks",
    (name, _, test) => {
      const { value, slopes, params } = formulasOf(name, test.params);
      const at = test.x.map((x) => evaluate(value, { x, params }));
      expect(worstOf(at, test.value, test.x)).toBeUndefined();
      const compared = test.x.map((x, i) => ({ x, slope: test.slope[i] ?? Number.NaN }));
      const kept = compared.filter(({ x }) => !CORRECTED[name]?.includes(x));
      const slope = kept.map(({ x }) => evaluate(slopes[0] ?? 0, { x, params }));
      expect(
        worstOf(
          slope,
          kept.map(({ slope }) => slope),
          kept.map(({ x }) => x),
          COARSE[name],
        ),
      ).toBeUndefined();
    },
  );

  it.each(fixtures.gated.map((test) => [test.name, test] as const))(
    "%s has its values and slopes",
    (name, test) => {
      const { value, slopes, params } = formulasOf(name, {});
      const points = test.x1.map((x, i) => [x, test.x2[i] ?? 0]);
      for (const [tree, wanted] of [
        [value, test.value],
        [slopes[0] ?? 0, test.slope1],
        [slopes[1] ?? 0, test.slope2],
      ] as const)
        expect(
          worstOf(
            points.map((inputs) => evaluate(tree, { inputs, params })),
            wanted,
            points,
          ),
        ).toBeUndefined();
    },
  );

  it("differs from hardswish's corrected ends as written here", () => {
    const { slopes, params } = formulasOf("hardswish", {});
    expect([-3, 3].map((x) => evaluate(slopes[0] ?? 0, { x, params }))).toEqual([0, 1]);
  });
});
