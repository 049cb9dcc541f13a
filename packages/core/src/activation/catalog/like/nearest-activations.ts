import type { FormulaActivation } from "../../activation.js";
import { catalog } from "../catalog.js";
import { type CurveFamily, curveFamily } from "./curve-family.js";
import { simplexSearch } from "./simplex-search.js";

/** An activation of the catalog beside a curve; distances are the largest |f(x) − g(x)| on [−4, 4]. */
export interface Neighbor {
  readonly name: string;
  /** At its defaults. */
  readonly distance: number;
  /** With its parameters fitted to the curve, where that brings it nearer. */
  readonly fitted?: { readonly params: Readonly<Record<string, number>>; readonly distance: number };
}

const REACH = 4;
const places = (steps: number): readonly number[] =>
  Array.from({ length: 2 * REACH * steps + 1 }, (_, i) => i / steps - REACH);
const FINE = places(20);
/** Every fifth of them. */
const COARSE = places(4);

/** More parameters take a search too long, and fit what they do not mean. */
const MAX_PARAMS = 4;
/** What is fitted well of all that have parameters. */
const FINALISTS = 8;

/**
 * The activations of the catalog whose curves are nearest to a function's, nearest first. With `fit` those
 * with parameters are also fitted within their ranges, which takes about a second.
 */
export function nearestActivations(
  curve: (x: number) => number,
  {
    count,
    fit,
    without = [],
    among = catalog,
  }: {
    readonly count: number;
    readonly fit: boolean;
    /** Names that are left out, such as the curve's own. */
    readonly without?: readonly string[];
    readonly among?: readonly FormulaActivation[];
  },
): readonly Neighbor[] {
  const wanted = FINE.map(curve);
  const families = among
    .filter(({ name, inputs }) => inputs === 1 && !without.includes(name))
    .map(curveFamily);
  const fits = fit ? fittedFamilies(families, wanted, curve) : new Map<string, Neighbor["fitted"]>();
  return nearestAtDefaults(families, { wanted, seen: COARSE.map(curve), count, fitted: fits })
    .map((neighbor): Neighbor => {
      const fitted = fits.get(neighbor.name);
      return fitted !== undefined && fitted.distance < neighbor.distance ? { ...neighbor, fitted } : neighbor;
    })
    .sort((a, b) => compared(nearest(a)) - compared(nearest(b)) || fittedCount(a) - fittedCount(b))
    .filter((neighbor) => Number.isFinite(nearest(neighbor)))
    .slice(0, count);
}

/**
 * Distances at the defaults of the nearest `count` and of what is fitted. A difference at few places is at
 * most that at all: where it is more than the last of the nearest has, no more is computed.
 */
function nearestAtDefaults(
  families: readonly CurveFamily[],
  {
    wanted,
    seen,
    count,
    fitted,
  }: {
    readonly wanted: readonly number[];
    readonly seen: readonly number[];
    readonly count: number;
    readonly fitted: ReadonlyMap<string, Neighbor["fitted"]>;
  },
): readonly Omit<Neighbor, "fitted">[] {
  const found: { readonly name: string; readonly distance: number }[] = [];
  const rough = families
    .map((family) => ({ family, least: apart(seen, family.atDefaults(COARSE)) }))
    .sort((a, b) => a.least - b.least || 0);
  let last = Number.POSITIVE_INFINITY;
  for (const { family, least } of rough) {
    if (least > last && !fitted.has(family.name)) continue;
    found.push({ name: family.name, distance: apart(wanted, family.atDefaults(FINE)) });
    last = found.map(({ distance }) => distance).sort((a, b) => a - b)[count - 1] ?? last;
  }
  return found;
}

/** The distance at the best parameters known. */
export function nearest({ distance, fitted }: Neighbor): number {
  return fitted?.distance ?? distance;
}

/** Below this a distance is rounding: of two that are the same function the one that needs less is named. */
const SAME = 1e-6;

const compared = (distance: number): number => (distance < SAME ? 0 : distance);

const fittedCount = ({ fitted }: Neighbor): number => Object.keys(fitted?.params ?? {}).length;

function fittedFamilies(
  families: readonly CurveFamily[],
  wanted: readonly number[],
  curve: (x: number) => number,
): ReadonlyMap<string, Neighbor["fitted"]> {
  const seen = COARSE.map(curve);
  const rough = families
    .filter(({ params }) => params.length > 0 && params.length <= MAX_PARAMS)
    .map((family) => {
      const start = defaultsOf(family);
      const moves = 20 + 20 * start.length;
      const loss = (values: readonly number[]): number =>
        family.allows(values) ? squares(seen, family.at(COARSE, values)) : Number.POSITIVE_INFINITY;
      const found = simplexSearch(loss, { start, steps: start.map(stepOf), moves });
      return { family, values: found.at, distance: apart(seen, family.at(COARSE, found.at)) };
    })
    .sort((a, b) => a.distance - b.distance || 0)
    .slice(0, FINALISTS);
  return new Map(rough.map(({ family, values }) => [family.name, fitted(family, values, wanted)] as const));
}

/** The parameters with the least largest difference, in as few digits as keep it. */
function fitted(
  family: CurveFamily,
  start: readonly number[],
  wanted: readonly number[],
): Neighbor["fitted"] {
  const loss = (values: readonly number[]): number =>
    family.allows(values) ? apart(wanted, family.at(FINE, values)) : Number.POSITIVE_INFINITY;
  const steps = start.map((value) => 0.1 * stepOf(value));
  const { at, loss: least } = simplexSearch(loss, { start, steps, moves: 60 * start.length });
  const rounded = DIGITS.map((digits) => at.map((value) => inDigits(value, digits))).find(
    (values) => loss(values) <= least * 1.02 + EXACT,
  );
  const values = rounded ?? at;
  return {
    params: Object.fromEntries(family.params.map(({ name }, i) => [name, values[i] ?? 0])),
    distance: loss(values),
  };
}

const DIGITS = [1, 2, 3, 4, 5, 6];
/** In so many digits; what is less than one of them at 1 is 0. */
const inDigits = (value: number, digits: number): number =>
  Number(Math.abs(value) < Number(`1e-${digits}`) ? 0 : value.toPrecision(digits));

/** Rounding, not a difference. */
const EXACT = 1e-7;

const stepOf = (value: number): number => (value === 0 ? 0.5 : 0.5 * value);

const defaultsOf = ({ params }: CurveFamily): readonly number[] => params.map((param) => param.default);

function apart(wanted: readonly number[], got: readonly number[]): number {
  let most = 0;
  for (const [i, value] of wanted.entries()) {
    const difference = Math.abs(value - (got[i] ?? Number.NaN));
    if (!(difference <= most)) most = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : difference;
  }
  return most;
}

function squares(wanted: readonly number[], got: readonly number[]): number {
  let sum = 0;
  for (const [i, value] of wanted.entries()) {
    const difference = value - (got[i] ?? Number.NaN);
    sum += difference * difference;
  }
  return Number.isNaN(sum) ? Number.POSITIVE_INFINITY : sum;
}
