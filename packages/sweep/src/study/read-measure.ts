import type { MeasureSpec } from "@actbench/core";
import type { StudyKeys } from "./read-study-keys.js";

/** What a study measures of units and gradients, defaults written out. */
export function readMeasure({ measure }: StudyKeys): MeasureSpec {
  const asked = measure?.dead_units ?? true;
  const { every = "epoch", probe = "train" } = typeof asked === "boolean" ? {} : asked;
  return {
    dead_units: asked !== false,
    every,
    probe,
    ...(measure?.gradients ? { gradients: true } : {}),
    ...(measure?.forensics ? { forensics: true } : {}),
  };
}
