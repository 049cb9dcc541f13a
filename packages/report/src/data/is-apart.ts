import type { Path } from "./field-of.js";

// What the trial table says of a record in other places.
const APART: ReadonlySet<unknown> = new Set(["id", "status", "curve", "digest"]);
const MAX_WITH_PHASES = 5000;

/** Whether a place is none of a record's own numbers. */
export function isApart([part]: Path): boolean {
  return APART.has(part);
}

/**
 * The same for a page with this many trials: phases and processor time of more than 5,000 trials stay in the
 * run's folder.
 */
export function isApartOf(trials: number): (path: Path) => boolean {
  if (trials <= MAX_WITH_PHASES) return isApart;
  return (path) => isApart(path) || (path[0] === "timing" && (path[1] === "phases" || path[1] === "cpu_s"));
}
