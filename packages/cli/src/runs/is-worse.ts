import type { Comparison } from "@actbench/report";

/** Whether B is worse than A: the whole interval of the mean difference lies on the bad side of 0. */
export function isWorse({ overall, metric, metricSign }: Comparison): boolean {
  const difference = overall.find((one) => one.metric === metric)?.paired.difference;
  if (difference?.low === undefined || difference.high === undefined) return false;
  return metricSign === 1 ? difference.high < 0 : difference.low > 0;
}
