import { metricTitle } from "../metrics/metric-name.js";
import type { Ranking } from "../view/rank-order.js";

/**
 * What points are ranked by, as a clause: `ranked by validation accuracy`; with the reason where the study
 * asks for another metric.
 */
export function rankingWords({ metric, byStepTime, turned, instead }: Ranking): string {
  const by = byStepTime
    ? "the time of a step, measured alone (differences within the noise floor are none)"
    : metricTitle(metric);
  const order = turned ? ", the worst first, as metric.force asks" : "";
  return `ranked by ${by}${order}${instead === "" ? "" : `, not by ${instead}`}`;
}
