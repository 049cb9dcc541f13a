import type { Diverged } from "@actbench/core/internal";
import { formatInteger } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { metricTitle } from "../metrics/metric-name.js";
import type { RunView } from "../view/run-view.js";
import { type Finding, finding } from "./finding.js";

function whereabouts(records: readonly Diverged[]): string {
  const first = records.reduce((a, b) => (b.step < a.step ? b : a));
  const layer = first.layer === undefined ? "" : ` in layer ${first.layer}`;
  return `first at update ${formatInteger(first.step)}${layer}`;
}

/** Points with a diverged seed. */
export function diverged(view: RunView): readonly Finding[] {
  return view.ranked.flatMap((point) => {
    const records = point.trials.flatMap(({ record }) => (record?.status === "diverged" ? [record] : []));
    if (records.length === 0) return [];
    const all = records.length === point.trials.length;
    const rest = point.estimate(view.metric);
    return finding("diverged", "bad", [
      { name: point.configuration.label },
      all ? " diverged at every seed" : ` diverged at ${records.length} of ${point.trials.length} seeds`,
      all ? ` (n = ${records.length})` : "",
      `, ${whereabouts(records)}`,
      rest === undefined
        ? "."
        : `; ${metricTitle(view.metric)} of the others: ${formatEstimate(view.metric, rest)}.`,
    ]);
  });
}
