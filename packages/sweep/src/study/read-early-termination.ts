import {
  type Axis,
  isMetricColumn,
  type MeasureSpec,
  type Metric,
  type MetricEntry,
  metricOf,
  type StudyPoint,
} from "@actbench/core/internal";
import type { ProblemList } from "../config/problem-list.js";
import { settingAt } from "../expand/read-axes.js";
import type { ReadContext } from "../expand/read-value.js";
import type { EarlyTermination } from "../plan/early-termination.js";
import { epochsOf } from "../plan/rung-step.js";
import { RUNG_METRICS } from "../results/metric-value.js";
import { axisName } from "../settings/find-setting.js";
import type { StudyKeys } from "./read-study-keys.js";

const DEFAULT_ETA = 3;

/**
 * The rungs of a study that is halved or has `early_terminate`, W&B's keys with W&B's meaning and epochs for
 * iterations: `min_iter` 2 with `eta` 3 decides after epochs 2, 6, 18, …; `max_iter` 27 with `s` 2 after 27/3
 * and 27/9. Under `method: halving`, type `hyperband` spreads points over brackets that begin at a later rung
 * each. Undefined where every trial runs to its end.
 */
export function readEarlyTermination(
  { method, early_terminate }: StudyKeys,
  study: {
    readonly points: readonly StudyPoint[];
    readonly metric: Metric;
    readonly axes: readonly Axis[];
  },
  context: ReadContext,
): EarlyTermination | undefined {
  if (method !== "halving" && early_terminate === undefined) return undefined;
  const { problems } = context;
  const { points, metric, axes } = study;
  const { type, min_iter, max_iter, s = 1, eta = DEFAULT_ETA, strict } = early_terminate ?? {};
  const within = readWithin(early_terminate?.within, axes, context);
  const path = early_terminate === undefined ? ["method"] : ["early_terminate"];
  const epochs = points.reduce((most, { spec }) => Math.max(most, epochsOf(spec)), 0);
  if (strict !== undefined)
    problems.warn("early_terminate.strict is ignored: a rung here always waits for all of its trials");
  if (min_iter !== undefined && max_iter !== undefined)
    problems.add(path, "min_iter and max_iter define the same thing", "remove one of them");
  const all = max_iter === undefined ? rising(min_iter ?? 1, eta, epochs) : falling(max_iter, eta, s);
  const rungs = all.filter((epoch) => epoch < epochs);
  if (rungs.length === 0) {
    const none = `no rung lies before the last of ${epochs} epochs`;
    if (method !== "halving") {
      problems.warn(`early_terminate changes nothing: ${none}`);
      return undefined;
    }
    problems.add(path, none, "train for more epochs, or begin earlier with early_terminate.min_iter");
  }
  checkMetric(metric, points, problems);
  const isHyperband = method === "halving" && type === "hyperband";
  return {
    eta,
    brackets: isHyperband ? [...rungs.map((_, b) => rungs.slice(b)), []] : [rungs],
    ...(within.length === 0 ? {} : { within }),
  };
}

/** The axes within whose values points compete. One that the study does not have is a problem. */
function readWithin(
  given: string | readonly string[] | undefined,
  axes: readonly Axis[],
  context: ReadContext,
): readonly string[] {
  const names = given === undefined ? [] : typeof given === "string" ? [given] : given;
  const read = names.flatMap((key, i) => {
    const path = ["early_terminate", "within", ...(typeof given === "string" ? [] : [i])];
    const setting = settingAt(key, path, context);
    if (setting === undefined) return [];
    const axis = axes.find(({ name }) => name === axisName(setting));
    if (axis !== undefined) return [axis.name];
    context.problems.add(
      path,
      `${key} is not an axis of this study`,
      axes.length === 0 ? "remove within" : `choose among ${axes.map(({ name }) => name).join(", ")}`,
    );
    return [];
  });
  return [...new Set(read)];
}

function checkMetric({ name }: Metric, points: readonly StudyPoint[], problems: ProblemList): void {
  const metric = isMetricColumn(name) ? metricOf(name) : undefined;
  const from = metric?.of === "epoch" ? metric.from : undefined;
  if (!RUNG_METRICS.includes(name))
    problems.add(
      ["metric"],
      `configurations cannot be stopped early by ${name}`,
      from === "test"
        ? "the test set must not select; hold validation examples out"
        : `use ${RUNG_METRICS.join(", ")}`,
    );
  if (points.some(({ spec: { measure } }) => !isAtEveryEpoch(metric, measure)))
    problems.add(
      ["metric"],
      `${name} is not measured on the whole set at every epoch`,
      from === "train" ? "set measure.train: epoch" : "set measure.dead_units: { every: epoch }",
    );
}

function rising(first: number, eta: number, below: number): readonly number[] {
  const rungs: number[] = [];
  for (let epoch = first; epoch < below; epoch = Math.max(epoch + 1, Math.floor(epoch * eta)))
    rungs.push(epoch);
  return rungs;
}

function falling(last: number, eta: number, count: number): readonly number[] {
  const rungs: number[] = [];
  let epoch = last;
  for (let i = 0; i < count; i++) {
    epoch /= eta;
    if (epoch >= 1) rungs.unshift(Math.floor(epoch));
  }
  return [...new Set(rungs)];
}

/** Whether each epoch's end has a metric's exact value. */
function isAtEveryEpoch(metric: MetricEntry | undefined, { dead_units, every, train }: MeasureSpec): boolean {
  if (metric?.of !== "epoch") return true;
  switch (metric.from) {
    case "train":
      return train === undefined || typeof train === "number";
    case "dead_units":
      return dead_units && every !== "end";
    case "every_unit":
      return dead_units && (every === "epoch" || typeof every === "number");
    case "validation":
    case "test":
      return true;
    default:
      return metric satisfies never;
  }
}
