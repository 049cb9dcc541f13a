import { canonicalJson, type Json } from "@actbench/core/internal";
import type { MetricName } from "../metrics/metric-name.js";
import { mean } from "../stats/mean.js";
import { grouped } from "./grouped.js";
import type { HeatAxis } from "./heat-axes.js";
import type { RunView } from "./run-view.js";

/** The mean of a metric over all points with one value on each of two axes. */
export interface HeatEntry {
  /** Undefined where nothing was measured. */
  readonly value: number | undefined;
  /** Completed trials behind it. */
  readonly trials: number;
  readonly diverged: number;
}

export interface HeatTable {
  readonly rows: readonly Json[];
  readonly columns: readonly Json[];
  /** By row, then column; undefined where no point has both values. */
  readonly entries: readonly (readonly (HeatEntry | undefined)[])[];
}

/** Means over two axes of a study; within a cell every completed trial counts the same. */
export function heatTable(
  view: RunView,
  metric: MetricName,
  [rowAxis, columnAxis]: readonly [row: HeatAxis, column: HeatAxis],
): HeatTable {
  const [rows, columns] = [rowAxis.values, columnAxis.values];
  const groups = grouped(view.points, ({ configuration }) => {
    const [row, column] = [rowAxis.read(configuration), columnAxis.read(configuration)];
    return row === undefined || column === undefined ? undefined : canonicalJson([row, column]);
  });
  const entry = (row: Json, column: Json): HeatEntry | undefined => {
    const group = groups.get(canonicalJson([row, column]));
    if (group === undefined) return undefined;
    const values = group.flatMap((point) => point.values(metric));
    return {
      value: mean(values),
      trials: values.length,
      diverged: group.reduce((sum, { diverged }) => sum + diverged, 0),
    };
  };
  return { rows, columns, entries: rows.map((row) => columns.map((column) => entry(row, column))) };
}
