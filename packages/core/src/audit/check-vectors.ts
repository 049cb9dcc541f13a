import { exactFormulas, loweredFormulas } from "../activation/lowered-formulas.js";
import { derivative } from "../formula/derivative/derivative.js";
import { evaluate } from "../formula/evaluate.js";
import type { Expr } from "../formula/expr.js";
import { elementwiseKernel } from "../kernels/elementwise.js";
import type { FormulaActivationSpec, Numerics } from "../trial/spec.js";
import type { AuditCheck } from "./audit-report.js";
import { describePoint } from "./describe-point.js";
import { carriedError, statedError } from "./stated-error.js";
import { vectorPoints } from "./vector-points.js";

const WIDTHS = [1, 2, 3, 4] as const;
const LARGEST_F32 = 3.4028234663852886e38;

/**
 * The vector code against the formula in f64, within `statedError`; NaN kept; and the same bits whether one, two,
 * three or four vectors go side by side.
 */
export function checkVectors(spec: FormulaActivationSpec, numerics: readonly Numerics[]): AuditCheck {
  const outputs = outputsOf(spec);
  const names = spec.inputs === 1 ? ["x"] : Array.from({ length: spec.inputs }, (_, i) => `x${i + 1}`);
  const trained = spec.params.filter(({ trainable }) => trainable);
  const points = vectorPoints(spec);
  const columns = [
    ...names.map((_, i) => Float32Array.from(points, (point) => point[i] ?? 0)),
    ...trained.map(({ value }) => new Float32Array(points.length).fill(value)),
    new Float32Array(points.length).fill(0.5),
  ];
  const inputs = [...names, ...trained.map(({ name }) => `$${name}`), "noise"];
  const params = Object.fromEntries(trained.map(({ name, value }) => [name, Math.fround(value)]));
  const wanted = outputs.map(({ exact, steepness }) =>
    points.map((point) => {
      const bindings = spec.inputs === 1 ? { x: point[0] ?? 0, params } : { inputs: point, params };
      const want = evaluate(exact, bindings);
      const carried = (sum: number, tree: Expr, i: number): number =>
        sum + carriedError(evaluate(tree, bindings), point[i] ?? 0);
      return { want, allowed: steepness.reduce(carried, statedError(want)) };
    }),
  );
  let largest = 0;
  for (const profile of numerics) {
    const kernel = (width: number) =>
      elementwiseKernel({ outputs: outputs.map(({ lowered }) => lowered), inputs, numerics: profile, width });
    const results = kernel(4).run(...columns);
    for (const [o, { what }] of outputs.entries())
      for (const [p, point] of points.entries()) {
        const { want, allowed } = wanted[o]?.[p] ?? { want: Number.NaN, allowed: 0 };
        const got = results[o]?.[p] ?? Number.NaN;
        const where = () =>
          `${what} at ${describePoint({ inputNames: names }, point)} in ${profile} vector code is ${got}`;
        if (point.some(Number.isNaN)) {
          if (o === 0 && !Number.isNaN(got)) return failed(`${where()}; NaN is expected`);
          continue;
        }
        if (!(Math.abs(want) < LARGEST_F32)) continue;
        const error = Math.abs(got - want);
        if (!(error <= allowed))
          return failed(`${where()}; ${want} is expected, within ${allowed.toExponential(1)}`);
        largest = Math.max(largest, error / (1 + Math.abs(want)));
      }
    for (const width of WIDTHS.slice(0, -1))
      for (const [o, other] of kernel(width)
        .run(...columns)
        .entries())
        for (const [p, got] of other.entries())
          if (!Object.is(got, results[o]?.[p]))
            return failed(
              `${outputs[o]?.what} of ${points[p]} is ${got} with ${width} vectors side by side and ${results[o]?.[p]} with 4; equal bits are expected`,
            );
  }
  return {
    name: "vector",
    status: "ok",
    message:
      `vector code (${numerics.join(", ")}) within ${largest.toExponential(0)} of f64 at ${points.length} points, ` +
      "the same bits for 1 to 4 vectors side by side",
  };
}

/** Value and slopes as kernels compute them and in f64, each with its own slopes, along which an error of x is carried. */
function outputsOf(spec: FormulaActivationSpec) {
  const exact = exactFormulas(spec);
  const lowered = loweredFormulas(spec);
  const names = spec.inputs === 1 ? ["x"] : Array.from({ length: spec.inputs }, (_, i) => `x${i + 1}`);
  const output = (what: string, low: Expr | undefined, tree: Expr) => ({
    what,
    lowered: low ?? 0,
    exact: tree,
    steepness: names.map((name) => derivative(tree, name)),
  });
  return [
    output("the value", lowered.value, exact.value),
    ...exact.slopes.map((tree, i) => output(`the slope in ${names[i]}`, lowered.slopes[i], tree)),
    ...exact.trained.map(({ name, slope }, i) =>
      output(`the slope in ${name}`, lowered.trained[i]?.slope, slope),
    ),
  ];
}

function failed(message: string): AuditCheck {
  return {
    name: "vector",
    status: "failed",
    message,
    hint: "write the formula so that nothing cancels or overflows, by softplus, sigmoid, expm1, log1p, erf",
  };
}
