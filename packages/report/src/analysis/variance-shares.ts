import { canonicalJson } from "@actbench/core/internal";
import type { MetricName } from "../metrics/metric-name.js";
import { type Cell, sumsOfSquares } from "../stats/sums-of-squares.js";
import { totalSquares } from "../stats/total-squares.js";
import { countSeeds } from "../verdict/counted.js";
import type { RunView } from "../view/run-view.js";
import type { NotShown } from "./not-shown.js";

/** A source of variation of a metric over a grid. */
export interface VarianceShare {
  /** An axis; `activation × train.lr`; `other interactions`; `seed`; `seed × settings`. */
  readonly source: string;
  readonly df: number;
  /** Share of the sum of squares, η². All shares add up to 1. */
  readonly share: number;
  /** ω², which corrects for chance; absent for seeds. May be below 0. */
  readonly omega?: number;
}

export interface VarianceShares {
  readonly metric: MetricName;
  readonly seeds: number;
  readonly shares: readonly VarianceShare[];
}

const LR = "train.lr";
const ACTIVATION = "activation";

/**
 * Where the differences in the study's metric come from: analysis of variance of a complete grid with seeds
 * as blocks. An activation with its parameters is one factor; its interaction with the learning rate stands
 * alone. A diverged trial counts as chance.
 */
export function varianceShares(view: RunView): VarianceShares | NotShown {
  const axes = view.study.axes.filter(({ values }) => values.length > 1);
  if (axes.length === 0) return { why: "no setting varies" };
  const { seeds } = view.study;
  if (seeds.length < 2) return { why: "one seed cannot separate settings from chance" };
  const levels = [...axes.map(({ values }) => values.length), seeds.length];
  const cells = cellsOf(
    view,
    axes.map(({ name }) => name),
  );
  if (cells === undefined || cells.length !== levels.reduce((product, count) => product * count, 1))
    return { why: "the grid is not complete: some combination of settings or some trial's value is missing" };
  const values = cells.map(({ value }) => value);
  if (!values.every(Number.isFinite))
    return { why: "a loss diverged, and an infinite value has no variance" };
  const total = totalSquares(values);
  if (total === 0) return { why: "all trials have the same value" };
  return {
    metric: view.metric,
    seeds: seeds.length,
    shares: sharesOf(
      cells,
      levels,
      axes.map(({ name }) => name),
    ),
  };
}

function cellsOf(view: RunView, axes: readonly string[]): readonly Cell[] | undefined {
  const places = new Map(
    view.study.axes.map(({ name, values }) => [
      name,
      new Map(values.map((value, i) => [canonicalJson(value), i])),
    ]),
  );
  const cells: Cell[] = [];
  for (const point of view.points) {
    const levels = axes.map((axis) => {
      const value = point.configuration.settings[axis];
      return value === undefined ? undefined : places.get(axis)?.get(canonicalJson(value));
    });
    if (!levels.every((level) => level !== undefined)) return undefined;
    const seeds = countSeeds(view, point, view.metric);
    for (const [i, seed] of view.study.seeds.entries()) {
      const counted = seeds.get(seed);
      if (counted === undefined || !("value" in counted)) return undefined;
      cells.push({ levels: [...levels, i], value: counted.value });
    }
  }
  const distinct = new Set(cells.map(({ levels }) => levels.join()));
  return distinct.size === cells.length ? cells : undefined;
}

function sharesOf(
  cells: readonly Cell[],
  levels: readonly number[],
  axes: readonly string[],
): readonly VarianceShare[] {
  const seed = axes.length;
  const [activation, lr] = [axes.indexOf(ACTIVATION), axes.indexOf(LR)];
  const pair = activation >= 0 && lr >= 0 ? [[activation, lr]] : [];
  const sets = [...axes.map((_, i) => [i]), ...pair, [seed]];
  const found = sumsOfSquares(cells, levels, sets);
  const total = totalSquares(cells.map(({ value }) => value));
  const between = squaresBetween(cells, seed);
  const named = found.slice(0, -1);
  const ofSeeds = found.at(-1) ?? { squares: 0, df: 0 };
  const points = cells.length / (levels[seed] ?? 1);
  const other = {
    squares: Math.max(0, between - named.reduce((sum, { squares }) => sum + squares, 0)),
    df: points - 1 - named.reduce((sum, { df }) => sum + df, 0),
  };
  const rest = {
    squares: Math.max(0, total - between - ofSeeds.squares),
    df: (points - 1) * ((levels[seed] ?? 1) - 1),
  };
  const meanRest = rest.squares / rest.df;
  const credited = ({ squares, df }: { readonly squares: number; readonly df: number }) =>
    (squares - df * meanRest) / (total + meanRest);
  const nameOf = (factors: readonly number[]): string => factors.map((i) => axes[i] ?? "").join(" × ");
  return [
    ...named.map((one) => ({
      source: nameOf(one.factors),
      df: one.df,
      share: one.squares / total,
      omega: credited(one),
    })),
    ...(other.df > 0
      ? [{ source: "other interactions", df: other.df, share: other.squares / total, omega: credited(other) }]
      : []),
    { source: "seed", df: ofSeeds.df, share: ofSeeds.squares / total },
    { source: "seed × settings", df: rest.df, share: rest.squares / total },
  ];
}

/** Sum of squares between points, over all factors but the seed. */
function squaresBetween(cells: readonly Cell[], seed: number): number {
  const grand = cells.reduce((sum, { value }) => sum + value, 0) / cells.length;
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { levels, value } of cells) {
    const key = levels.slice(0, seed).join();
    const { sum, count } = sums.get(key) ?? { sum: 0, count: 0 };
    sums.set(key, { sum: sum + value - grand, count: count + 1 });
  }
  return [...sums.values()].reduce((total, { sum, count }) => total + (sum * sum) / count, 0);
}
