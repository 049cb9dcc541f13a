import { type SpeedLane, type StudyPoint, speedId } from "@actbench/core/internal";
import type { Interval } from "../stats/interval.js";
import { viewSpeed } from "./speed-view.js";

/**
 * The time of an update of a point's network, measured alone: median over rounds and its interval,
 * nanoseconds.
 */
export interface StepTime {
  readonly p50_ns: number;
  readonly interval: Interval;
  /** Rounds. */
  readonly n: number;
}

/**
 * Step times by point; points that share a network share its time, and what the lane did not measure has
 * none.
 */
export function pointStepTimes(
  points: readonly StudyPoint[],
  lane: SpeedLane,
  confidence: number,
): ReadonlyMap<number, StepTime> {
  const byNetwork = new Map(
    lane.groups.flatMap((group) =>
      viewSpeed(group, confidence).lines.flatMap(({ id, figures: { step } }) =>
        step === undefined
          ? []
          : [[id, { p50_ns: step.p50_ns, interval: step.interval, n: step.n }] as const],
      ),
    ),
  );
  return new Map(
    points.flatMap(({ point, spec }) => {
      const time = byNetwork.get(speedId(spec));
      return time === undefined ? [] : [[point, time] as const];
    }),
  );
}
