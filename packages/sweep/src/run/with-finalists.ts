import type { PlannedTrial, StudyPoint, TrialRecord } from "@actbench/core/internal";
import { decideRungs } from "../halving/decide-rungs.js";
import { pointIdentity } from "../plan/point-identity.js";
import { type CurveSummary, summarizeCurve } from "../results/curve-summary.js";
import { metricValue } from "../results/metric-value.js";
import { finalistGroups } from "../study/finalist-groups.js";
import type { Sweep } from "../study/sweep.js";

/** What a sweep's trials came to, by id. */
interface Ended {
  readonly records: ReadonlyMap<string, TrialRecord>;
  /** Their curves summed up, as far as that was done. */
  readonly summaries?: ReadonlyMap<string, CurveSummary>;
}

/**
 * A sweep whose plan has grown by its finalists on fresh seeds, seed by seed; unchanged while a trial over
 * the study's own seeds has no record or has to go on past a rung, and where nothing is to be confirmed. A
 * pure function of sweep and records, so that every session, whatever its workers and interruptions, comes to
 * the same plan.
 */
export function withFinalists(sweep: Sweep, ended: Ended): Sweep {
  const { confirm, plan } = sweep;
  if (confirm === undefined || !plan.every(({ id }) => ended.records.has(id))) return sweep;
  if (!areRungsDecided(sweep, ended)) return sweep;
  const chosen = finalists(sweep, ended);
  const identify = pointIdentity();
  const ids = chosen.map(({ spec }) => identify(spec, confirm.seeds));
  const fresh = confirm.seeds.flatMap((seed, k) =>
    chosen.map(
      ({ point }, i): PlannedTrial => ({
        trial: plan.length + k * chosen.length + i + 1,
        id: ids[i]?.[k] ?? "",
        point,
        seed,
      }),
    ),
  );
  return {
    ...sweep,
    plan: [...plan, ...fresh],
    confirm: { ...confirm, points: chosen.map(({ point }) => point) },
  };
}

/** Whether every rung is decided: none of a study's own trials has to go on. */
function areRungsDecided(sweep: Sweep, { records }: Ended): boolean {
  if (sweep.early_terminate === undefined) return true;
  const states = { record: (id: string) => records.get(id), pausedCurve: () => undefined };
  return decideRungs(sweep, sweep.early_terminate, states).legs.length === 0;
}

/**
 * The best point of each group by the mean of the study's metric over its seeds, ties by number, in plan
 * order. A point with a trial that did not complete, that ended at a rung, or without a finite value, is
 * none.
 */
function finalists({ points, plan, metric }: Sweep, { records, summaries }: Ended): readonly StudyPoint[] {
  const sign = metric.goal === "maximize" ? 1 : -1;
  const values = new Map<number, (number | undefined)[]>();
  for (const { id, point } of plan) {
    const record = records.get(id);
    const value =
      record?.status === "completed"
        ? metricValue(metric.name, summaries?.get(id) ?? summarizeCurve(record.curve))
        : undefined;
    const own = values.get(point);
    if (own === undefined) values.set(point, [value]);
    else own.push(value);
  }
  const score = ({ point }: StudyPoint): number => {
    const own = values.get(point) ?? [];
    let sum = 0;
    for (const value of own) {
      if (value === undefined) return Number.NEGATIVE_INFINITY;
      sum += sign * value;
    }
    return own.length === 0 ? Number.NEGATIVE_INFINITY : sum / own.length;
  };
  return finalistGroups(points)
    .flatMap((group) => {
      let best: StudyPoint | undefined;
      let most = Number.NEGATIVE_INFINITY;
      for (const point of group) {
        const value = score(point);
        if (value <= most) continue;
        best = point;
        most = value;
      }
      return best ?? [];
    })
    .sort((a, b) => a.point - b.point);
}
