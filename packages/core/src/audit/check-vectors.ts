import { exactFormulas, loweredFormulas } from "../activation/lowered-formulas.js";
import type { FormulaActivationSpec, Numerics } from "../contract/spec.js";
import { derivative } from "../formula/derivative/derivative.js";
import { evaluate } from "../formula/evaluate.js";
import type { Expr } from "../formula/expr.js";
import { inputNames } from "../formula/input-names.js";
import { elementwiseKernel } from "../kernels/elementwise.js";
import type { AuditCheck } from "./audit-report.js";
import { describePoint } from "./describe-point.js";
import { singleError } from "./single-error.js";
import { carriedError, statedError } from "./stated-error.js";
import { judgeLosses, type VectorLoss, vectorFailed } from "./vector-loss.js";
import { vectorPoints } from "./vector-points.js";

const WIDTHS = [1, 2, 3] as const;
const MAX_F32 = 3.4028234663852886e38;
/** Values beyond this end a training, whatever their slope. */
const BEARABLE = 1e30;
/**
 * How much of a bound that adds up all roundings may be exceeded, since a bound's own parts are rounded too.
 */
const SLACK = 4;

interface Output {
  readonly what: string;
  readonly lowered: Expr;
  /** In f64, at each point, and how far off it may be. */
  readonly wanted: readonly { readonly want: number; readonly allowed: number }[];
}

/** What all profiles are compared at. */
interface Comparison {
  readonly inputs: readonly string[];
  readonly inputNames: readonly string[];
  readonly points: readonly (readonly number[])[];
  readonly columns: readonly Float32Array[];
  readonly outputs: readonly Output[];
}

/**
 * The vector code against the formula in f64, within `statedError`; NaN kept; and the same bits whether one,
 * two, three or four vectors go side by side. What f32 loses of the formula as it is written, by terms that
 * cancel or overflow, is an error where networks compute, and else a note: PyTorch in f32 loses it too.
 */
export function checkVectors(spec: FormulaActivationSpec, numerics: readonly Numerics[]): AuditCheck {
  const comparison = comparisonOf(spec);
  const losses: VectorLoss[] = [];
  let largest = 0;
  for (const profile of numerics) {
    const results = run(comparison, profile, 4);
    const swallowed = swallowedNan(comparison, profile, results);
    if (swallowed !== undefined) return swallowed;
    const compared = compare(comparison, profile, results);
    losses.push(...compared.losses);
    largest = Math.max(largest, compared.largest);
    const differing = differingWidth(comparison, profile, results);
    if (differing !== undefined) return differing;
  }
  return (
    judgeLosses(losses) ?? {
      name: "vector",
      status: "ok",
      message:
        `vector code (${numerics.join(", ")}) within ${largest.toExponential(0)} of f64 at ${comparison.points.length} points, ` +
        "the same bits for 1 to 4 vectors side by side",
    }
  );
}

function run(
  { inputs, outputs, columns }: Comparison,
  numerics: Numerics,
  width: number,
): readonly Float32Array[] {
  return elementwiseKernel({ outputs: outputs.map(({ lowered }) => lowered), inputs, numerics, width }).run(
    ...columns,
  );
}

/** A NaN of the value that f64 keeps and vector code does not. */
function swallowedNan(
  { inputNames, points, outputs: [value] }: Comparison,
  profile: Numerics,
  [results]: readonly Float32Array[],
): AuditCheck | undefined {
  const at = points.findIndex(
    (point, p) =>
      point.some(Number.isNaN) && Number.isNaN(value?.wanted[p]?.want) && !Number.isNaN(results?.[p]),
  );
  const point = points[at];
  return point === undefined
    ? undefined
    : vectorFailed(
        `the value at ${describePoint({ inputNames }, point)} in ${profile} vector code is ${results?.[at]}; NaN is expected`,
      );
}

/** Where results are farther off than is allowed, and the largest error elsewhere. */
function compare(
  { inputs, inputNames, points, columns, outputs }: Comparison,
  profile: Numerics,
  results: readonly Float32Array[],
): { readonly losses: readonly VectorLoss[]; readonly largest: number } {
  const losses: VectorLoss[] = [];
  let largest = 0;
  for (const [o, { what, lowered, wanted }] of outputs.entries())
    for (const [p, point] of points.entries()) {
      const { want = Number.NaN, allowed = 0 } = wanted[p] ?? {};
      const got = results[o]?.[p] ?? Number.NaN;
      if (point.some(Number.isNaN) || !(Math.abs(want) < MAX_F32)) continue;
      const error = Math.abs(got - want);
      if (error <= allowed) {
        largest = Math.max(largest, error / (1 + Math.abs(want)));
        continue;
      }
      const values = Object.fromEntries(inputs.map((name, i) => [name, columns[i]?.[p] ?? Number.NaN]));
      const bound = singleError(lowered, values).error;
      losses.push({
        point,
        text: `${what} at ${describePoint({ inputNames }, point)} in ${profile} vector code is ${got}; ${want} is expected`,
        lost: Number.isFinite(got) ? error / (1 + Math.abs(want)) : Number.POSITIVE_INFINITY,
        isExplained: bound === Number.POSITIVE_INFINITY || error <= SLACK * bound,
        isBearable: Math.abs(outputs[0]?.wanted[p]?.want ?? 0) <= BEARABLE,
      });
    }
  return { losses, largest };
}

function differingWidth(
  comparison: Comparison,
  profile: Numerics,
  results: readonly Float32Array[],
): AuditCheck | undefined {
  for (const width of WIDTHS)
    for (const [o, other] of run(comparison, profile, width).entries())
      for (const [p, got] of other.entries())
        if (!Object.is(got, results[o]?.[p]))
          return vectorFailed(
            `${comparison.outputs[o]?.what} of ${comparison.points[p]} is ${got} with ${width} vectors side by side and ${results[o]?.[p]} with 4; equal bits are expected`,
          );
  return undefined;
}

/**
 * Value and slopes as kernels compute them, and in f64 with the error that x carries along their own slopes.
 */
function comparisonOf(spec: FormulaActivationSpec): Comparison {
  const [exact, lowered] = [exactFormulas(spec), loweredFormulas(spec)];
  const names = inputNames(spec.inputs);
  const trained = spec.params.filter(({ trainable }) => trainable);
  const points = vectorPoints(spec);
  const params = Object.fromEntries(trained.map(({ name, value }) => [name, Math.fround(value)]));
  const output = (what: string, low: Expr | undefined, tree: Expr): Output => {
    const steepness = names.map((name) => derivative(tree, name));
    const wanted = points.map((point) => {
      const bindings = spec.inputs === 1 ? { x: point[0] ?? 0, params } : { inputs: point, params };
      const want = evaluate(tree, bindings);
      const carried = (sum: number, slope: Expr, i: number): number =>
        sum + carriedError(evaluate(slope, bindings), point[i] ?? 0);
      return { want, allowed: steepness.reduce(carried, statedError(want)) };
    });
    return { what, lowered: low ?? 0, wanted };
  };
  return {
    inputs: [...names, ...trained.map(({ name }) => `$${name}`), "noise"],
    inputNames: names,
    points,
    columns: [
      ...names.map((_, i) => Float32Array.from(points, (point) => point[i] ?? 0)),
      ...trained.map(({ value }) => new Float32Array(points.length).fill(value)),
      new Float32Array(points.length).fill(0.5),
    ],
    outputs: [
      output("the value", lowered.value, exact.value),
      ...exact.slopes.map((tree, i) => output(`the slope in ${names[i]}`, lowered.slopes[i], tree)),
      ...exact.trained.map(({ name, slope }, i) =>
        output(`the slope in ${name}`, lowered.trained[i]?.slope, slope),
      ),
    ],
  };
}
