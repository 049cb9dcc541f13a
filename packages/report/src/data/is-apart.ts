import type { Path } from "./field-of.js";

// What the trial table says of a record in other places.
const APART: ReadonlySet<unknown> = new Set(["id", "status", "curve", "digest"]);

/** Whether a place is none of a record's own numbers. Phases and processor time stay in the run's folder. */
export function isApart([part, field]: Path): boolean {
  return APART.has(part) || (part === "timing" && (field === "phases" || field === "cpu_s"));
}
