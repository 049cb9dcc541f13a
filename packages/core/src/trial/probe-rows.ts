import type { MeasureSpec } from "../contract/spec.js";
import type { Split } from "./split.js";

/**
 * The examples of a trial's probe: its training subset or the first of it, rising, as an evaluation reads
 * them.
 */
export function probeRows(split: Split, { probe }: MeasureSpec): Uint32Array {
  return probe === "train" ? split.trainRising : firstRows(split, split.trainRising, probe);
}

/**
 * The first `count` training rows in the order in which the study's seed drew them, rising: the same for all
 * trials of a study. `rows` where these are no more.
 */
export function firstRows({ train }: Split, rows: Uint32Array, count: number): Uint32Array {
  return count >= rows.length ? rows : train.slice(0, count).sort();
}
