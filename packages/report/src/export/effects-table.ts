import { canonicalJson, type Json } from "@actbench/core/internal";
import { effectsOf } from "../effects/effects.js";
import { formatPercent } from "../format/format.js";
import { levelWords } from "../format/format-level.js";
import { formatValue } from "../format/format-value.js";
import { formatP, verdictReasons } from "../format/format-verdict.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { Run } from "../view/run.js";
import { type RunView, viewRun } from "../view/run-view.js";
import { type ExportColumn, type ExportTable, exportTable } from "./export-table.js";
import { paperDifference } from "./paper-number.js";

interface EffectRow {
  readonly axis: string;
  readonly value: Json;
  readonly baseline: Json;
  readonly at: "equal" | "best";
  readonly headline: boolean;
  readonly metric: MetricName;
  readonly chosen?: string;
  readonly paired: JudgedEffect;
}

function rowsOf(view: RunView): readonly EffectRow[] {
  return effectsOf(view).flatMap(({ axis, baseline, headline, overall, best }) => {
    const equal = overall.effects.map(
      ({ value, paired }): EffectRow => ({
        axis,
        value,
        baseline,
        at: "equal",
        headline: headline === "equal",
        metric: view.metric,
        paired,
      }),
    );
    const own = (best?.effects ?? []).map(
      ({ value, paired, chosen }): EffectRow => ({
        axis,
        value,
        baseline,
        at: "best",
        headline: headline === "best",
        metric: best?.metric ?? view.metric,
        chosen: chosen.configuration.label,
        paired,
      }),
    );
    return headline === "best" ? [...own, ...equal] : [...equal, ...own];
  });
}

const COLUMNS: readonly ExportColumn<EffectRow>[] = [
  { name: "axis", value: ({ axis }) => axis },
  {
    name: "value",
    value: ({ value }) => (typeof value === "string" ? value : canonicalJson(value)),
    text: { title: "value", align: "left", of: ({ value }) => formatValue(value) },
  },
  {
    name: "baseline",
    value: ({ baseline }) => (typeof baseline === "string" ? baseline : canonicalJson(baseline)),
    text: { title: "against", align: "left", of: ({ baseline }) => formatValue(baseline) },
  },
  {
    name: "at",
    value: ({ at }) => at,
    text: { title: "at", align: "left", of: ({ at }) => (at === "best" ? "own best" : "equal settings") },
  },
  { name: "headline", value: ({ headline }) => Number(headline) },
  {
    name: "metric",
    value: ({ metric }) => metric,
    text: { title: "metric", align: "left", of: ({ metric }) => metricTitle(metric) },
  },
  { name: "chosen", value: ({ chosen }) => chosen },
  {
    name: "n",
    value: ({ paired }) => paired.difference?.n,
    text: { title: "n", of: ({ paired }) => String(paired.difference?.n ?? 0) },
  },
  {
    name: "difference",
    value: ({ paired }) => paired.difference?.mean,
    text: { title: "difference", of: ({ metric, paired }) => paperDifference(metric, paired.difference) },
  },
  { name: "sd", value: ({ paired }) => paired.difference?.sd },
  { name: "low", value: ({ paired }) => paired.difference?.low },
  { name: "high", value: ({ paired }) => paired.difference?.high },
  { name: "method", value: ({ paired }) => paired.method },
  { name: "p", value: ({ paired }) => paired.tested?.p },
  {
    name: "p_corrected",
    value: ({ paired }) => paired.tested?.adjusted,
    text: {
      title: "p corrected",
      of: ({ paired }) => (paired.tested === undefined ? "–" : formatP(paired.tested.adjusted)),
    },
  },
  { name: "p_sign_flip", value: ({ paired }) => paired.tested?.signFlip },
  { name: "family", value: ({ paired }) => paired.family },
  { name: "margin", value: ({ paired }) => paired.tested?.equivalence?.margin },
  {
    name: "verdict",
    value: ({ paired }) => paired.verdict,
    text: { title: "verdict", align: "left", of: ({ paired }) => paired.verdict ?? "–" },
  },
  { name: "why", value: ({ paired }) => verdictReasons(paired) || undefined },
  { name: "pairs", value: ({ paired }) => paired.planned },
  { name: "pairs_left_out", value: ({ paired }) => paired.leftOut },
  { name: "pairs_diverged", value: ({ paired }) => paired.diverged },
];

/** Every axis' values against its baseline, the headline comparison first, with tests and verdicts. */
export function effectsTable(run: Run): ExportTable {
  const view = viewRun(run);
  const level = levelWords(view.level, view.history);
  return exportTable(COLUMNS, rowsOf(view), {
    label: `${view.study.name}-effects`,
    caption: `Difference from the baseline within each seed, in percentage points for accuracies and rates, with its ${formatPercent(view.level.confidence, 0)} confidence interval; n seeds. Headline comparisons are corrected for multiple comparisons as the study says (${view.study.stats.correction}), the others are exploratory (Benjamini–Hochberg).${level && ` ${level}.`}`,
  });
}
