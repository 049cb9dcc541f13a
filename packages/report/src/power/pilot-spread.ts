import { judgeClaims } from "../claims/judge-claims.js";
import { effectsOf } from "../effects/effects.js";
import type { MetricName } from "../metrics/metric-name.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import type { PlannedStudy } from "./planned-study.js";

/** How far paired differences of a metric spread in an earlier run. */
export interface PilotSpread {
  readonly metric: MetricName;
  /** Pooled over comparisons: √ of the mean variance. */
  readonly sd: number;
  readonly comparisons: number;
  /** Seeds of the comparison with the fewest. */
  readonly n: number;
  /** The largest margin of equivalence among them. */
  readonly margin?: number;
}

interface Compared {
  readonly metric: MetricName;
  readonly effect: JudgedEffect;
}

/**
 * The spreads of the comparisons that a study declares, as an earlier run has them: with the study's own
 * questions, and says nothing where it has no such points, one seed, or no difference between its seeds.
 */
export function pilotSpreads(
  { baseline, metric, claims }: PlannedStudy,
  pilot: Run,
): { readonly baseline: readonly PilotSpread[]; readonly claims: readonly PilotSpread[] } {
  const view = viewRun({
    ...pilot,
    study: { ...pilot.study, ...(baseline && { baseline }), metric, claims },
  });
  const effects = effectsOf(view).flatMap(({ headline, overall, best }): Compared[] => {
    const chosen = headline === "best" ? best : overall;
    const judgedBy = headline === "best" && best !== undefined ? best.metric : view.metric;
    return (chosen?.effects ?? []).map(({ paired }) => ({ metric: judgedBy, effect: paired }));
  });
  const claimed = judgeClaims(view).flatMap(({ metric: judgedBy, effect }): Compared[] =>
    judgedBy === undefined || effect === undefined ? [] : [{ metric: judgedBy, effect }],
  );
  return { baseline: byMetric(effects), claims: byMetric(claimed) };
}

function byMetric(all: readonly Compared[]): readonly PilotSpread[] {
  return [...new Set(all.map(({ metric }) => metric))].flatMap((metric): PilotSpread[] => {
    const own = all.flatMap(({ metric: of, effect }) => {
      const { sd = 0, n = 0 } = effect.difference ?? {};
      return of === metric && sd > 0 ? { sd, n, margin: effect.tested?.equivalence?.margin } : [];
    });
    if (own.length === 0) return [];
    const margins = own.flatMap(({ margin }) => margin ?? []);
    return [
      {
        metric,
        sd: Math.sqrt(own.reduce((sum, { sd }) => sum + sd * sd, 0) / own.length),
        comparisons: own.length,
        n: Math.min(...own.map(({ n }) => n)),
        ...(margins.length === 0 ? {} : { margin: Math.max(...margins) }),
      },
    ];
  });
}
