import type { SpeedLane } from "@actbench/core/internal";
import { MIN_ROUNDS } from "@actbench/report";
import { plural } from "../terminal/plural.js";
import { shownPath } from "../terminal/shown-path.js";
import { hasSpeedBaseline, saveSpeedBaseline } from "./baselines.js";
import type { LanePass } from "./run-lane.js";

/** What an interrupted pass holds. */
export function interruptedText(
  { groups }: SpeedLane,
  { rounds, networks }: { readonly rounds: number; readonly networks: number },
): string {
  const whole = groups.map(({ others }) => others.length);
  if (whole.length === 0) return "interrupted before a round was complete: nothing was measured";
  const fewest = Math.min(...whole);
  const left = networks - whole.length;
  return [
    `interrupted after ${fewest} of ${plural(rounds, "round")}`,
    left > 0 ? `; ${plural(left, "network")} not measured` : "",
    fewest < MIN_ROUNDS
      ? `; with fewer than ${MIN_ROUNDS}, every verdict is inconclusive`
      : "; fewer rounds have wider intervals",
  ].join("");
}

export interface KeptPass extends LanePass {
  readonly out: string;
  readonly name: string;
  /** Paths are shown from here. */
  readonly cwd: string;
}

/**
 * Keeps a pass; one that was interrupted does not take the place of another, nor is it kept when it decides
 * nothing.
 */
export function keepBaseline({ out, name, lane, isWhole, cwd }: KeptPass): string {
  if (!isWhole && hasSpeedBaseline(out, name))
    return `not saved: a baseline ${name} exists already and is kept`;
  if (!isWhole && !lane.groups.some(({ others }) => others.length >= MIN_ROUNDS))
    return `not saved as ${name}: fewer than ${MIN_ROUNDS} rounds`;
  return `kept as ${name}: ${shownPath(saveSpeedBaseline(out, name, lane), cwd)}`;
}
