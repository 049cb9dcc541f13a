import {
  ASKED_SCORES,
  type DatasetFacts,
  isMetricColumn,
  type MeasureSpec,
  type MetricEntry,
  metricOf,
} from "@actbench/core/internal";
import type { ProblemList } from "../config/problem-list.js";
import { metricName } from "../settings/metrics.js";
import type { StudyKeys } from "./read-study-keys.js";

/**
 * What a study of some datasets measures, defaults written out. Between a trial's ends the training set is
 * not read whole, except where each unit's numbers are kept, and where trials are stopped early by what is
 * measured there.
 */
export function readMeasure(
  keys: Pick<StudyKeys, "measure" | "method" | "early_terminate" | "metric">,
  data: readonly (DatasetFacts | undefined)[],
  problems: ProblemList,
): MeasureSpec {
  const { measure } = keys;
  const asked = measure?.dead_units ?? true;
  const stops = stoppingMetric(keys);
  const from = stops?.of === "epoch" ? stops.from : undefined;
  const usual = measure?.forensics || from === "every_unit" ? "epoch" : "sampled";
  const { every = usual, probe = "train" } = typeof asked === "boolean" ? {} : asked;
  const train = measure?.train ?? (from === "train" ? "epoch" : "last");
  if (measure?.turnover && (asked === false || every === "end"))
    problems.add(
      ["measure", "turnover"],
      `turnover compares units at the ends of epochs, but ${asked === false ? "dead_units: false" : "every: end"} does not evaluate them`,
      `take ${asked === false ? "dead_units: false" : "every: end"} out`,
    );
  const isPicture = data.length > 0 && data.every((facts) => facts?.targets?.picture !== undefined);
  const asks = measure?.scores ?? (isPicture ? ["psnr"] : []);
  const scores = ASKED_SCORES.flatMap(({ name }) => (asks.includes(name) ? [name] : []));
  return {
    dead_units: asked !== false,
    every,
    probe,
    // Whole at each epoch's end is what specs without the key have always meant.
    ...(train === "epoch" ? {} : { train }),
    ...(measure?.gradients ? { gradients: true } : {}),
    ...(measure?.forensics ? { forensics: true } : {}),
    ...(measure?.turnover ? { turnover: true } : {}),
    ...(measure?.weights === undefined ? {} : { weights: measure.weights }),
    ...(scores.length > 0 ? { scores } : {}),
  };
}

/** The metric for early stopping; undefined without early stopping, or for the default metric. */
function stoppingMetric({
  method,
  early_terminate,
  metric,
}: Parameters<typeof readMeasure>[0]): MetricEntry | undefined {
  if (method !== "halving" && early_terminate === undefined) return undefined;
  const name = metricName((typeof metric === "string" ? metric : metric?.name) ?? "");
  return isMetricColumn(name) ? metricOf(name) : undefined;
}
