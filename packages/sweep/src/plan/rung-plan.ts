import type { StudyPoint } from "@actbench/core/internal";
import { dealBrackets } from "./deal-brackets.js";
import { type EarlyTermination, survivors } from "./early-termination.js";
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
  const brackets = dealBrackets(points.length, early);
  return early.brackets.flatMap((epochs, b) => {
    let alive = brackets.filter((bracket) => bracket === b).length;
    return epochs.map((epoch) => {
      const rung = { bracket: b + 1, epoch, points: alive, survivors: survivors(alive, early.eta) };
      alive = rung.survivors;
      return rung;
    });
  });
}

/**
 * Operations that one seed of all points is expected to take: which points survive a rung is not known, so
 * each counts by the share that does. `costs`: of whole trials, by point number.
 */
export function expectedCost(
  points: readonly StudyPoint[],
  costs: readonly number[],
  early: EarlyTermination,
): number {
  const brackets = dealBrackets(points.length, early);
  const rungs = plannedRungs(points, early);
  return points.reduce((sum, { point, spec }) => {
    const own = rungs.filter(({ bracket }) => bracket === (brackets[point] ?? 0) + 1);
    const epochs = epochsOf(spec);
    const most = own[0]?.points ?? 1;
    let reached = 0;
    let share = 0;
    let alive = 1;
    for (const rung of own) {
      const next = Math.min(rung.epoch, epochs);
      share += alive * (next - reached);
      reached = next;
      alive = rung.survivors / most;
    }
    share += alive * (epochs - reached);
    return sum + (costs[point] ?? 0) * (epochs === 0 ? 1 : share / epochs);
  }, 0);
}
