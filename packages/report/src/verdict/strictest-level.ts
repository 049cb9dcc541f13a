import type { Correction } from "../stats/adjust.js";

/**
 * The level at which a family's smallest p is tested: α over its size, without a correction α itself. What a
 * comparison finds at this level it finds whatever the others show.
 */
export function strictestLevel(alpha: number, size: number, correction: Correction): number {
  return correction === "none" ? alpha : alpha / Math.max(1, size);
}
