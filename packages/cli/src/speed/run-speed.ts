import { ENGINE, type SpeedLane } from "@actbench/core/internal";
import { machineDifferences } from "@actbench/report";
import { readRunSpeed, type WritableRun, writeRunSpeed } from "@actbench/sweep";
import { prepareEngine } from "@actbench/workers";
import { machineCard } from "../machine/machine-card.js";
import { formatDuration } from "../terminal/format-duration.js";
import { plural } from "../terminal/plural.js";
import { type LaneOptions, ROUNDS, runLane } from "./run-lane.js";
import { speedGroups } from "./speed-groups.js";

export interface RunSpeedOptions extends Pick<LaneOptions, "datasets" | "code" | "signal"> {
  readonly run: WritableRun;
  readonly fma: boolean;
  readonly version: string;
  readonly note: (text: string) => void;
}

/**
 * Measures the networks of a finished run in isolated timing and keeps the figures in its folder, unless all
 * are there from this class of machine; whether it measured. Nothing is kept of a lane that was interrupted:
 * its rounds belong together.
 */
export async function runSpeed({ run, fma, version, note, ...rest }: RunSpeedOptions): Promise<boolean> {
  const machine = machineCard(fma);
  const groups = speedGroups(run.study);
  const { speed } = readRunSpeed(run.folder);
  const ids = groups.flatMap(({ candidates }) => candidates.map(({ id }) => id));
  if (speed !== undefined && machineDifferences(speed.machine, machine).length === 0 && holds(speed, ids))
    return false;
  const before = performance.now();
  note(`isolated timing: ${plural(ids.length, "network")}, one after another`);
  const { lane, isWhole } = await runLane({ ...rest, groups, machine, version, rounds: ROUNDS });
  if (!isWhole) {
    note("isolated timing: interrupted, nothing saved; run again to measure");
    return false;
  }
  writeRunSpeed(run.folder, lane);
  note(`isolated timing: done in ${formatDuration((performance.now() - before) / 1000)}`);
  return true;
}

function holds({ engine, kernels = "128-bit", groups }: SpeedLane, ids: readonly string[]): boolean {
  const measured = new Set(groups.flatMap(({ subjects }) => subjects.map(({ id }) => id)));
  return engine === ENGINE && kernels === prepareEngine().kernels && ids.every((id) => measured.has(id));
}
