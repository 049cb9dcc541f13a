import { type JudgedFinalists, judgedFinalists } from "../analysis/judged-finalists.js";
import { formatEstimate, formatPaired } from "../format/format-estimate.js";
import { metricTitle } from "../metrics/metric-name.js";
import type { RunView } from "../view/run-view.js";
import { statusCounts, statusTitle } from "../view/trial-view.js";
import { type Finding, finding } from "./finding.js";

/** The result of each finalist on fresh seeds, next to the number that selected it. */
export function finalistFindings(view: RunView): readonly Finding[] {
  const { metric } = view;
  const judged = judgedFinalists(view);
  return view.finalists.map(({ chosen, fresh }, i) => {
    const troubles = [...statusCounts(fresh.trials)].filter(([status]) => status !== "completed");
    const words = troubles.map(([status, count]) => `${count} ${statusTitle(status)}`).join(", ");
    return finding("finalist", "note", [
      { name: chosen.configuration.label },
      ` on fresh seeds: ${metricTitle(metric)} ${formatEstimate(metric, fresh.estimate(metric))}${words && ` (${words})`}; on those that chose it ${formatEstimate(metric, chosen.estimate(metric))}${judged === undefined ? "" : judgedWords(judged, i)}.`,
    ]);
  });
}

function judgedWords({ metric, rows }: JudgedFinalists, place: number): string {
  const { paired, tier } = rows[place] ?? {};
  const verdict =
    paired?.verdict === undefined
      ? ""
      : `; ${paired.verdict} against the baseline, ${metricTitle(metric)} ${formatPaired(metric, paired)}`;
  return `${verdict}${tier === undefined ? "" : `; tier ${tier}`}`;
}
