import type { MeasureSpec } from "./spec.js";
import type { Split } from "./split.js";

/** The examples of a trial's probe: its training subset or the first of it, rising, as an evaluation reads them. */
export function probeRows({ train, trainRising }: Split, { probe }: MeasureSpec): Uint32Array {
  return probe === "train" || probe >= train.length ? trainRising : train.slice(0, probe).sort();
}
