import type { MeasureSpec } from "@actbench/core";
import type { StudyKeys } from "./read-study-keys.js";

/** What a study measures of units, defaults written out. */
export function readMeasure({ measure }: StudyKeys): MeasureSpec {
  const asked = measure?.dead_units ?? true;
  if (typeof asked === "boolean") return { dead_units: asked, every: "epoch", probe: "train" };
  return { dead_units: true, every: asked.every ?? "epoch", probe: asked.probe ?? "train" };
}
