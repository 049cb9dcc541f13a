import {
  type EpochRecord,
  type PlannedTrial,
  type StudyPoint,
  type StudyRecord,
  stepsOf,
} from "@actbench/core/internal";
import { type EarlyTermination, survivors } from "../plan/early-termination.js";
import { type RungGroup, rungGroups } from "../plan/rung-groups.js";
import { rungStep } from "../plan/rung-step.js";
import { type RankedPoint, rankRung } from "./rank-rung.js";
import { curveOf, finalRecord, hasReached, type TrialProgress } from "./trial-progress.js";

/** A trial that continues, to its end or to the update where it pauses. */
export interface Leg {
  readonly trial: PlannedTrial;
  readonly until?: number;
}

/** A trial that ends at a rung (1-based), with its curve up to there. */
export interface Loser {
  readonly trial: PlannedTrial;
  readonly rung: number;
  readonly curve: readonly EpochRecord[];
  /** A trial of this rung failed or timed out, which another machine may not see. */
  readonly machine: boolean;
}

/** What follows from the trials so far. */
export interface Decisions {
  /** What has to run before the next rung can be decided; empty at the end. */
  readonly legs: readonly Leg[];
  readonly losers: readonly Loser[];
}

type RungStudy = Pick<StudyRecord, "points" | "plan" | "seeds" | "metric">;

/**
 * Decides every rung that all its trials, all seeds, have reached: successive halving (Jamieson and Talwalkar
 * 2016, arXiv:1502.07943) with synchronous rungs. A function of the trials' curves alone: a continued run, or
 * one that has grown, comes to the decisions that a fresh one makes.
 */
export function decideRungs(study: RungStudy, early: EarlyTermination, states: TrialProgress): Decisions {
  const trials: PlannedTrial[][] = study.points.map(() => []);
  // Fresh seeds of finalists decide nothing.
  const seeds = new Set(study.seeds);
  for (const trial of study.plan) if (seeds.has(trial.seed)) trials[trial.point]?.push(trial);
  const legs: Leg[] = [];
  const losers: Loser[] = [];
  const decide = (group: RungGroup): void => {
    let alive = group.points;
    for (const [i, epoch] of (early.brackets[group.bracket] ?? []).entries()) {
      const open = alive.flatMap((point) => openLegs(point, epoch, trials, states));
      if (open.length > 0) {
        legs.push(...open);
        return;
      }
      const ranked = rankRung(alive, epoch, { trials, states, metric: study.metric });
      const kept = survivors(alive.length, early.eta);
      const machine = ranked.some((one) => one.machine);
      for (const { point } of ranked.slice(kept))
        for (const { trial, curve } of ending(point, epoch, trials, states))
          losers.push({ trial, rung: i + 1, curve, machine });
      alive = inPlanOrder(ranked.slice(0, kept));
    }
    for (const { point } of alive)
      for (const trial of trials[point] ?? [])
        if (finalRecord(trial.id, states) === undefined) legs.push({ trial });
  };
  rungGroups(study.points, early).forEach(decide);
  return { legs, losers };
}

type TrialsByPoint = readonly (readonly PlannedTrial[])[];

/** What is left to run of a point before a rung. */
function openLegs(
  { point, spec }: StudyPoint,
  epoch: number,
  trials: TrialsByPoint,
  states: TrialProgress,
): readonly Leg[] {
  const until = rungStep(spec, epoch);
  const isEnd = until >= stepsOf(spec);
  return (trials[point] ?? [])
    .filter(({ id }) => !(isEnd ? finalRecord(id, states) : hasReached(id, until, states)))
    .map((trial) => (isEnd ? { trial } : { trial, until }));
}

/**
 * The trials of a point that a rung ends: not those that ended before it by themselves, nor at their own end.
 */
function ending(
  { point, spec }: StudyPoint,
  epoch: number,
  trials: TrialsByPoint,
  states: TrialProgress,
): readonly Pick<Loser, "trial" | "curve">[] {
  const step = rungStep(spec, epoch);
  if (step >= stepsOf(spec)) return [];
  return (trials[point] ?? [])
    .map((trial) => ({ trial, curve: curveOf(trial.id, states).filter((one) => one.step <= step) }))
    .filter(({ curve }) => curve.at(-1)?.step === step);
}

function inPlanOrder(ranked: readonly RankedPoint[]): readonly StudyPoint[] {
  return ranked.map(({ point }) => point).sort((a, b) => a.point - b.point);
}
