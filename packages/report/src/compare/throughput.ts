import { trialValue } from "../metrics/trial-value.js";
import { mean } from "../stats/mean.js";
import { type Estimate, tInterval } from "../stats/t-interval.js";
import { machineDifferences } from "../view/machine-differences.js";
import type { RunView } from "../view/run-view.js";
import type { Match } from "./match-points.js";

/** Throughput of two sweeps side by side: no verdict, for a sweep shares its machine with itself. */
export interface ThroughputComparison {
  /** B / A, geometric mean over matched points within each seed; absent where it may not be compared. */
  readonly ratio?: Estimate;
  /** Why it is absent, or what it is. */
  readonly note: string;
}

/**
 * Compares the samples per second of trials that completed on both sides, within one class of machine and
 * load.
 */
export function compareThroughput(a: RunView, b: RunView, matches: readonly Match[]): ThroughputComparison {
  const differing: readonly string[] = [
    ...machineDifferences(a.study.machine, b.study.machine),
    ...(a.study.workers === b.study.workers ? [] : ["workers"]),
  ];
  if (differing.length > 0)
    return {
      note: `not compared: the runs differ in ${differing.join(", ")}, and speed is compared within one class of machines only`,
    };
  const ratios = a.study.seeds.flatMap((seed) => {
    const logs = matches.flatMap((match) => {
      const [left, right] = [match.a, match.b].map((point) =>
        trialValue(point.trialAt(seed)?.record, "samples_per_s"),
      );
      return left === undefined || right === undefined || left <= 0 || right <= 0
        ? []
        : Math.log(right / left);
    });
    return mean(logs) ?? [];
  });
  const logs = tInterval(ratios, a.confidence);
  if (logs === undefined) return { note: "not compared: no pair of completed trials" };
  const { n, mean: center, low, high } = logs;
  return {
    ratio: {
      n,
      mean: Math.exp(center),
      ...(low === undefined || high === undefined ? {} : { low: Math.exp(low), high: Math.exp(high) }),
    },
    note: "throughput during the sweep, while all workers were busy; it is not used for ranking",
  };
}
