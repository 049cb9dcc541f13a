import type { SpeedGroup, SpeedLane, SpeedSubject } from "@actbench/core/internal";
import type { Interval } from "../stats/interval.js";
import { median } from "../stats/median.js";
import { medianInterval } from "../stats/median-interval.js";
import { between, viewSpeed } from "./speed-view.js";

/** The time of one update in the isolated timing, over another network's or over a bound. */
export interface StepRatio {
  readonly network: string;
  /** Median over rounds, nanoseconds; also for the network it is compared with. */
  readonly ns: number;
  readonly against_ns: number;
  /**
   * The first over the second, within each round: median, its order-statistics interval, and the number of
   * rounds.
   */
  readonly ratio: number;
  readonly interval: Interval;
  readonly n: number;
  /** How far, as a share, two threads of the same network were apart. */
  readonly floor: number;
  /** Cores that other processes kept busy, and whether these are too many for a verdict. */
  readonly others: number;
  readonly loaded: boolean;
}

export interface StepQuestion {
  /** `speedId` of the network, and of the one it is held against, or nanoseconds. */
  readonly id: string;
  readonly against: string | number;
  readonly confidence: number;
}

/**
 * How the update time of a network stands to another's that was measured turn by turn with it, or to a bound;
 * undefined where the lane has none.
 */
export function stepRatio(lane: SpeedLane, { id, against, confidence }: StepQuestion): StepRatio | undefined {
  for (const group of lane.groups) {
    const times = roundTimes(group, id);
    const others = typeof against === "number" ? times?.map(() => against) : roundTimes(group, against);
    if (times === undefined || others === undefined) continue;
    const over = times.flatMap((time, round) => {
      const to = others[round];
      return to === undefined ? [] : time / to;
    });
    const [ns, against_ns, ratio] = [median(times), median(others), median(over)];
    if (ns === undefined || against_ns === undefined || ratio === undefined) continue;
    const view = viewSpeed(group, confidence);
    return {
      network: group.network,
      ns,
      against_ns,
      ratio,
      interval: medianInterval(over, confidence),
      n: over.length,
      floor: view.floors.step ?? Number.POSITIVE_INFINITY,
      others: view.others,
      loaded: view.loaded,
    };
  }
  return undefined;
}

/** A network's time in each round; of the baseline, which runs in two threads, their geometric mean. */
function roundTimes({ subjects }: SpeedGroup, id: string): readonly number[] | undefined {
  const own = subjects.filter((subject) => subject.id === id);
  const first = own.find(({ twin }) => !twin);
  if (first === undefined) return undefined;
  const twin: SpeedSubject | undefined = own.find((subject) => subject.twin);
  return between(first.step, twin?.step);
}
