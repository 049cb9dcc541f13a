import type { Rescale } from "@actbench/core/internal";

/** v becomes (v − from) / width. */
export interface ColumnScale {
  readonly from: number;
  readonly width: number;
}

/** One column of rows of `width` values. */
interface Column {
  readonly width: number;
  readonly column: number;
}

/** What brings a column of values to the range 0 to 1, or to mean 0 and deviation 1. */
export function scaleOf(
  how: Exclude<Rescale, "none">,
  values: ArrayLike<number>,
  place: Column,
): ColumnScale {
  return how === "range" ? toRange(values, place) : toStandard(values, place);
}

function toRange(values: ArrayLike<number>, { width, column }: Column): ColumnScale {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let at = column; at < values.length; at += width) {
    const value = values[at] ?? 0;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { from: min, width: max - min };
}

function toStandard(values: ArrayLike<number>, { width, column }: Column): ColumnScale {
  const rows = values.length / width;
  let sum = 0;
  for (let at = column; at < values.length; at += width) sum += values[at] ?? 0;
  const mean = sum / rows;
  let squares = 0;
  for (let at = column; at < values.length; at += width) squares += ((values[at] ?? 0) - mean) ** 2;
  return { from: mean, width: Math.sqrt(squares / rows) };
}
