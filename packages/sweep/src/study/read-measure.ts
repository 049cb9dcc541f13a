import type { MeasureSpec } from "@actbench/core";
import { metricName } from "../settings/metrics.js";
import type { StudyKeys } from "./read-study-keys.js";

/**
 * What a study measures, defaults written out. Between a trial's ends the training set is not read whole, except where each
 * unit's numbers are kept, and where trials are stopped early by what is measured there.
 */
export function readMeasure(
  keys: Pick<StudyKeys, "measure" | "method" | "early_terminate" | "metric">,
): MeasureSpec {
  const { measure } = keys;
  const asked = measure?.dead_units ?? true;
  const stops = stoppingMetric(keys);
  const isOfUnits = stops !== "dead_rate" && (stops.endsWith("_rate") || stops === "zero_fraction");
  const usual = measure?.forensics || isOfUnits ? "epoch" : "sampled";
  const { every = usual, probe = "train" } = typeof asked === "boolean" ? {} : asked;
  const train = measure?.train ?? (stops.startsWith("train_") ? "epoch" : "last");
  return {
    dead_units: asked !== false,
    every,
    probe,
    // Whole at each epoch's end is what specs without the key have always meant.
    ...(train === "epoch" ? {} : { train }),
    ...(measure?.gradients ? { gradients: true } : {}),
    ...(measure?.forensics ? { forensics: true } : {}),
  };
}

/** The metric by which trials are stopped early; empty where none are, or by the default. */
function stoppingMetric({ method, early_terminate, metric }: Parameters<typeof readMeasure>[0]): string {
  if (method !== "halving" && early_terminate === undefined) return "";
  const name = typeof metric === "string" ? metric : metric?.name;
  return name === undefined ? "" : metricName(name);
}
