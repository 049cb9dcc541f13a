import type { StudyPoint } from "@actbench/core/internal";
import { type EarlyTermination, survivors } from "./early-termination.js";
import { type RungGroup, rungGroups } from "./rung-groups.js";
import { epochsOf } from "./rung-step.js";

/** A rung before anything has run. */
export interface PlannedRung {
  /** 1-based. */
  readonly bracket: number;
  readonly epoch: number;
  /** Points that are compared, and how many of them go on. */
  readonly points: number;
  readonly survivors: number;
}

/** The rungs of a study, bracket by bracket. */
export function plannedRungs(points: readonly StudyPoint[], early: EarlyTermination): readonly PlannedRung[] {
  const groups = rungGroups(points, early);
  return early.brackets.flatMap((epochs, b) => {
    const own = groups.filter(({ bracket }) => bracket === b).map((group) => groupRungs(group, early));
    return epochs.map((epoch, i) => ({
      bracket: b + 1,
      epoch,
      points: sum(own.map((rungs) => rungs[i]?.points ?? 0)),
      survivors: sum(own.map((rungs) => rungs[i]?.survivors ?? 0)),
    }));
  });
}

/** The rungs of points that are decided among themselves. */
function groupRungs({ bracket, points }: RungGroup, early: EarlyTermination): readonly PlannedRung[] {
  let alive = points.length;
  return (early.brackets[bracket] ?? []).map((epoch) => {
    const rung = { bracket: bracket + 1, epoch, points: alive, survivors: survivors(alive, early.eta) };
    alive = rung.survivors;
    return rung;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Operations that one seed of all points is expected to take: which points survive a rung is not known, so
 * each counts by the share that does. `costs`: of whole trials, by point number.
 */
export function expectedCost(
  points: readonly StudyPoint[],
  costs: readonly number[],
  early: EarlyTermination,
): number {
  return sum(
    rungGroups(points, early).flatMap((group) => {
      const rungs = groupRungs(group, early);
      return group.points.map(
        ({ point, spec }) => (costs[point] ?? 0) * expectedShare(epochsOf(spec), rungs),
      );
    }),
  );
}

/** The share of its epochs that one of a group's points is expected to train. */
function expectedShare(epochs: number, rungs: readonly PlannedRung[]): number {
  if (epochs === 0) return 1;
  const most = rungs[0]?.points ?? 1;
  let reached = 0;
  let share = 0;
  let alive = 1;
  for (const rung of rungs) {
    const next = Math.min(rung.epoch, epochs);
    share += alive * (next - reached);
    reached = next;
    alive = rung.survivors / most;
  }
  return (share + alive * (epochs - reached)) / epochs;
}
