import type { MachineCard, SpeedLane } from "@actbench/core/internal";
import type { Interval } from "../stats/interval.js";
import { machineDifferences } from "../view/machine-differences.js";
import { MIN_ROUNDS, SPEED_PARTS, type SpeedPart, type SpeedVerdict, viewSpeed } from "./speed-view.js";

/** How a time stands to the same network's in an earlier pass through the lane. */
export interface SpeedChange {
  readonly network: string;
  readonly activation: string;
  readonly part: SpeedPart;
  readonly before_ns: number;
  readonly now_ns: number;
  /** Now over before. */
  readonly ratio: number;
  /** What both intervals together allow: their rounds are not paired. */
  readonly interval: Interval;
  readonly verdict: Exclude<SpeedVerdict, "baseline">;
}

/**
 * Changes between two passes on machines of one class, in the order of the newer one. `faster` and `slower`
 * need an interval beyond both passes' noise floors, six rounds of each, and two machines that were quiet.
 * What only one pass holds is left out. Where the machines differ, their differences are given instead.
 */
export function compareSpeed(
  before: SpeedLane,
  now: SpeedLane,
  confidence: number,
): readonly SpeedChange[] | { readonly differ: readonly (keyof MachineCard | "engine" | "kernels")[] } {
  const differ = [
    ...machineDifferences(before.machine, now.machine),
    ...(before.engine === now.engine ? [] : (["engine"] as const)),
    ...(kernelsOf(before) === kernelsOf(now) ? [] : (["kernels"] as const)),
  ];
  if (differ.length > 0) return { differ };
  const earlier = before.groups.map((group) => viewSpeed(group, confidence));
  return now.groups
    .map((group) => viewSpeed(group, confidence))
    .flatMap((view) =>
      view.lines.flatMap(({ id, activation, figures }) =>
        SPEED_PARTS.flatMap((part): SpeedChange | [] => {
          const old = earlier.find(({ lines }) => lines.some((line) => line.id === id));
          const was = old?.lines.find((line) => line.id === id)?.figures[part];
          const is = figures[part];
          if (old === undefined || was === undefined || is === undefined) return [];
          const interval = {
            low: is.interval.low / was.interval.high,
            high: is.interval.high / was.interval.low,
          };
          const floor = Math.max(view.floors[part] ?? 0, old.floors[part] ?? 0);
          const quiet = !view.loaded && !old.loaded && Math.min(is.n, was.n) >= MIN_ROUNDS;
          const verdict =
            quiet && interval.low > 1 + floor
              ? "slower"
              : quiet && interval.high < 1 / (1 + floor)
                ? "faster"
                : "undecided";
          const { network } = view;
          return {
            network,
            activation,
            part,
            before_ns: was.p50_ns,
            now_ns: is.p50_ns,
            ratio: is.p50_ns / was.p50_ns,
            interval,
            verdict,
          };
        }),
      ),
    );
}

/** Kernels before 256-bit ones had no name. */
const kernelsOf = ({ kernels = "128-bit" }: SpeedLane): string => kernels;
