import type { MetricUnit } from "../score/score-entry.js";

/** Whether a metric's values are shares, from 0 to 1, so that their differences are percentage points. */
export function isShareUnit(unit: MetricUnit): boolean {
  return unit === "share" || unit === "rate";
}

/** Whether a metric tells how well numbers are predicted. */
export function isUnitOfNumbers(unit: MetricUnit): boolean {
  return unit === "error" || unit === "r2" || unit === "db";
}
