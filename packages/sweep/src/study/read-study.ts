import { type PointSpec, taskOf } from "@actbench/core/internal";
import { makePlan } from "../plan/make-plan.js";
import { studyHash } from "../plan/study-hash.js";
import { findSetting } from "../settings/find-setting.js";
import { isOfNumbers } from "../settings/metrics.js";
import { checkScores } from "./check-scores.js";
import { expandStudy } from "./expand-study.js";
import { readBaseline } from "./read-baseline.js";
import { readBudget } from "./read-budget.js";
import { readClaims } from "./read-claims.js";
import { readConfirm } from "./read-confirm.js";
import { readEarlyTermination } from "./read-early-termination.js";
import { readMetric } from "./read-metric.js";
import { readSource } from "./read-source.js";
import { resolvedConfig } from "./resolved-config.js";
import { studyName } from "./study-name.js";
import type { StudySource } from "./study-source.js";
import type { Sweep } from "./sweep.js";

/** Makes a sweep of a file's data and notes every problem; where there are any, it is none to run. */
export function readStudy(source: StudySource): Sweep {
  const { data, file, catalogs, problems } = source;
  const read = readSource(source);
  const { keys, context, seeds, measure, studySeed, fixed, swept } = read;
  const made = expandStudy(read, catalogs, problems);
  const { axes, points } = made;
  const overridden = overriddenSettings(source);
  const baseline = readBaseline(keys.baseline ?? {}, axes, overridden, context);
  const activations = context.activations.used(points);
  const used = new Set(points.map(({ spec }) => spec.dataset.name));
  const name = studyName(keys.name, file);
  const method = keys.method ?? "grid";
  const speed = keys.measure?.speed ?? false;
  const metric = readMetric(keys, { points, speed }, problems);
  checkScores(measure, points, problems);
  checkMargin(data.stats, metric, problems);
  if (keys.stats?.target_accuracy !== undefined && points.every(({ spec }) => !hasAccuracy(spec)))
    problems.warn("stats.target_accuracy: no configuration has an accuracy, so none can reach it");
  const stats = { confidence: 0.95, correction: "holm", ...keys.stats } as Sweep["stats"];
  const early_terminate = made.isWhole
    ? readEarlyTermination(keys, { points, metric, axes }, context)
    : undefined;
  const confirm = readConfirm(keys, metric, problems);
  const claims = readClaims(keys.claims, { points, axes, context, overridden });
  return {
    name,
    hash: studyHash({
      method,
      studySeed,
      measure,
      fixed,
      activations,
      points,
      early_terminate,
      splitBySeed: read.splitBySeed,
    }),
    study_seed: studySeed,
    method,
    metric,
    axes,
    points,
    seeds,
    ...(confirm && { confirm }),
    plan: makePlan(made.ids, seeds),
    ...(Object.keys(baseline).length > 0 ? { baseline } : {}),
    ...(early_terminate === undefined ? {} : { early_terminate }),
    stats,
    claims,
    activations,
    datasets: catalogs.datasets.filter((facts) => used.has(facts.name)),
    budget: readBudget(keys),
    workers: (keys.workers ?? "auto") as Sweep["workers"],
    speed,
    warnings: problems.warnings,
    config: resolvedConfig(data, {
      name,
      swept,
      // It follows from the data, and what is written out would be the default of classes.
      omitted: points.some(({ spec }) => spec.train.target === "numbers") ? ["train.target"] : [],
      extra: { method, metric, seeds, study_seed: studySeed, stats },
    }),
  };
}

const hasAccuracy = ({ train }: PointSpec): boolean => taskOf(train).name === "classification";

/** A margin in percentage points needs a metric that is a share. */
function checkMargin(stats: unknown, { name }: Sweep["metric"], problems: StudySource["problems"]): void {
  const within = typeof stats === "object" && stats !== null && "equivalent_within" in stats;
  if (!within || typeof stats.equivalent_within !== "string" || !isOfNumbers(name)) return;
  problems.add(
    ["stats", "equivalent_within"],
    `${name} is not a fraction: it cannot be given in percentage points`,
    "write the margin as a number in the unit of the metric",
  );
}

/** Full names of the settings that overrides have set. */
function overriddenSettings({ overridden }: StudySource): ReadonlySet<string> {
  const names = overridden.map((path) => (path[0] === "parameters" ? String(path[1]) : path.join(".")));
  return new Set(names.flatMap((name) => findSetting(name)?.name ?? []));
}
