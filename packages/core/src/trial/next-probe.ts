import type { MeasureSpec } from "../contract/spec.js";

/**
 * The first update after `step` after which units are probed within an epoch; `Infinity` where they are
 * probed at epochs' ends alone.
 */
export function nextProbe({ dead_units, every }: MeasureSpec, step: number): number {
  if (!dead_units || typeof every === "string") return Number.POSITIVE_INFINITY;
  return (Math.floor(step / every) + 1) * every;
}
