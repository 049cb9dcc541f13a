import type { MetricName } from "../metrics/metric-name.js";
import { criticalDifference } from "../stats/critical-difference.js";
import { friedman } from "../stats/friedman.js";
import { indistinct } from "../stats/indistinct.js";
import type { RunView } from "../view/run-view.js";
import { conditionsOf } from "./conditions.js";
import { isNotShown, type NotShown } from "./not-shown.js";

/** Mean ranks of activations over conditions: what a critical-difference diagram draws. */
export interface RankedConditions {
  /** What ranks are by. */
  readonly metric: MetricName;
  /** Best first. */
  readonly activations: readonly { readonly label: string; readonly meanRank: number }[];
  readonly conditions: number;
  readonly leftOut: number;
  readonly alpha: number;
  /** Of Friedman's test, of two activations the sign test: small where ranks are not those of chance. */
  readonly p: number;
  /** Mean ranks that differ by less do not differ significantly (Nemenyi). */
  readonly critical: number;
  /** Labels of the largest groups without a significant difference, best first. */
  readonly groups: readonly (readonly string[])[];
}

/** Ranks activations by their mean test accuracy under each condition (Demšar 2006). */
export function rankConditions(views: readonly RunView[]): RankedConditions | NotShown {
  const found = conditionsOf(views);
  if (isNotShown(found)) return found;
  const { metric, activations, conditions, leftOut } = found;
  const { meanRanks, p } = friedman(
    conditions.map(({ scores }) =>
      scores.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length),
    ),
  );
  const alpha = 1 - (views[0]?.confidence ?? 0.95);
  const critical = criticalDifference(activations.length, conditions.length, alpha);
  const labelAt = (place: number): string => activations[place] ?? "";
  return {
    metric,
    activations: activations
      .map((label, i) => ({ label, meanRank: meanRanks[i] ?? Number.NaN }))
      .sort((a, b) => a.meanRank - b.meanRank),
    conditions: conditions.length,
    leftOut,
    alpha,
    p,
    critical,
    // Of two activations p alone decides; ties would let Nemenyi's approximation disagree with it.
    groups:
      activations.length === 2 && p <= alpha
        ? []
        : indistinct(meanRanks, critical).map((group) => group.map(labelAt)),
  };
}
