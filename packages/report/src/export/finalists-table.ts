import { canonicalJson } from "@actbench/core/internal";
import { type JudgedFinalist, judgedFinalists } from "../analysis/judged-finalists.js";
import { formatPercent, MISSING } from "../format/format.js";
import { levelWords } from "../format/format-level.js";
import { formatP, verdictReasons } from "../format/format-verdict.js";
import { mainScores } from "../metrics/main-scores.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { freshLooks } from "../view/seeds-seen.js";
import { type ExportColumn, type ExportTable, exportTable } from "./export-table.js";
import { paperDifference, paperEstimate, paperTitle } from "./paper-number.js";

type Column = ExportColumn<JudgedFinalist>;

/**
 * The finalists of a run on fresh seeds, in plan order, with verdicts against the baseline's and tiers; no
 * row where none ran, and until all of their trials have ended.
 */
export function finalistsTable(run: Run): ExportTable {
  const view = viewRun(run);
  const judged = judgedFinalists(view);
  const metric = judged?.metric ?? view.metric;
  const level = levelWords(view.freshLevel, { looks: freshLooks(view.history?.looks) ?? [] });
  const scores = [
    ...new Set<MetricName>([view.metric, ...mainScores(view.study, ["test"]), "dead_rate", "inactive_rate"]),
  ];
  const columns: readonly Column[] = [
    ...settingColumns(),
    {
      name: "seeds",
      value: ({ finalist }) => finalist.fresh.trials.length,
    },
    {
      name: "completed",
      value: ({ finalist }) => finalist.fresh.completed,
      text: { title: "n", of: ({ finalist }) => String(finalist.fresh.completed) },
    },
    { name: "diverged", value: ({ finalist }) => finalist.fresh.diverged },
    ...scores.flatMap((score) => scoreColumns(score, score === metric)),
    { name: "chosen_by", value: () => view.metric },
    { name: "chosen_value", value: ({ finalist }) => finalist.chosen.estimate(view.metric)?.mean },
    { name: "metric", value: () => metric },
    ...verdictColumns(metric),
    {
      name: "tier",
      value: ({ tier }) => tier,
      text: { title: "tier", of: ({ tier }) => (tier === undefined ? MISSING : String(tier)) },
    },
  ];
  return exportTable(columns, judged?.rows ?? [], {
    label: `${view.study.name}-finalists`,
    caption: `${metricTitle(metric)} of each activation's best configuration on seeds that did not choose it, ± half the width of its ${formatPercent(view.confidence, 0)} confidence interval; differences from the baseline's are paired by seed and corrected for multiple comparisons (${view.study.stats.correction}). Tier 1 contains the best one with ${formatPercent(view.freshLevel.confidence, 0)} confidence.${level && ` ${level}.`}`,
  });
}

function settingColumns(): readonly Column[] {
  const configuration = ({ finalist }: JudgedFinalist) => finalist.chosen.configuration;
  return [
    { name: "point", value: ({ finalist }) => finalist.chosen.index },
    {
      name: "label",
      value: (row) => configuration(row).label,
      text: { title: "configuration", align: "left", of: (row) => configuration(row).label },
    },
    { name: "dataset", value: ({ dataset }) => dataset },
    { name: "activation", value: ({ finalist }) => finalist.chosen.activation },
    { name: "settings", value: (row) => canonicalJson(configuration(row).settings) },
  ];
}

function scoreColumns(metric: MetricName, isPrinted: boolean): readonly Column[] {
  const estimate = ({ finalist }: JudgedFinalist) => finalist.fresh.estimate(metric);
  return [
    {
      name: metric,
      value: (row) => estimate(row)?.mean,
      ...(isPrinted && {
        text: {
          title: paperTitle(metric),
          of: (row: JudgedFinalist) => paperEstimate(metric, estimate(row)),
        },
      }),
    },
    { name: `${metric}_low`, value: (row) => estimate(row)?.low },
    { name: `${metric}_high`, value: (row) => estimate(row)?.high },
  ];
}

function verdictColumns(metric: MetricName): readonly Column[] {
  return [
    {
      name: "difference",
      value: ({ paired }) => paired?.difference?.mean,
      text: { title: "difference", of: ({ paired }) => paperDifference(metric, paired?.difference) },
    },
    { name: "difference_low", value: ({ paired }) => paired?.difference?.low },
    { name: "difference_high", value: ({ paired }) => paired?.difference?.high },
    { name: "p", value: ({ paired }) => paired?.tested?.p },
    {
      name: "p_corrected",
      value: ({ paired }) => paired?.tested?.adjusted,
      text: {
        title: "p corrected",
        of: ({ paired }) => (paired?.tested === undefined ? MISSING : formatP(paired.tested.adjusted)),
      },
    },
    { name: "family", value: ({ paired }) => paired?.family },
    { name: "margin", value: ({ paired }) => paired?.tested?.equivalence?.margin },
    {
      name: "verdict",
      value: ({ paired }) => paired?.verdict,
      text: { title: "verdict", align: "left", of: ({ paired }) => paired?.verdict ?? MISSING },
    },
    { name: "why", value: ({ paired }) => (paired && verdictReasons(paired)) || undefined },
  ];
}
