import type { Rescale } from "@actbench/core/internal";
import { scaleOf } from "./column-scale.js";
import type { Rows } from "./rows.js";

/** Names of the numbers to predict, and what a network learns of each: (value − offset) / scale. */
export interface TargetParts {
  readonly names: readonly string[];
  readonly offset: readonly number[];
  readonly scale: readonly number[];
  /** Present where the rows are the pixels of a picture. */
  readonly picture?: readonly [width: number, height: number];
}

/**
 * How numbers are learned, by the training rows: as they are, or brought to one scale. A number that never
 * changes is only moved.
 */
export function targetParts(
  names: readonly string[],
  { values = new Float64Array() }: Rows,
  how: Rescale,
): TargetParts {
  const scales = names.map((_, column) => {
    const { from, width } =
      how === "none" ? { from: 0, width: 1 } : scaleOf(how, values, { width: names.length, column });
    return { from, width: width > 0 ? width : 1 };
  });
  return { names, offset: scales.map(({ from }) => from), scale: scales.map(({ width }) => width) };
}

/** The numbers that are the same in all training rows. */
export function constantTargets(
  names: readonly string[],
  { values = new Float64Array() }: Rows,
): readonly { readonly name: string; readonly value: number | undefined }[] {
  return names.flatMap((name, target) => {
    const value = values[target];
    for (let at = target; at < values.length; at += names.length) if (values[at] !== value) return [];
    return [{ name, value }];
  });
}
