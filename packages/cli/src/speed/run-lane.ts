import { ENGINE, type MachineCard, type SpeedGroup, type SpeedLane } from "@actbench/core/internal";
import { measureSpeedGroup, prepareEngine, type SpeedCandidates, type SpeedOptions } from "@actbench/workers";

/** Rounds of the lane unless the user says otherwise; every second one runs backwards. */
export const ROUNDS = 16;
/** Seconds of updates per network and round. */
const SECONDS = 0.06;

export interface LaneOptions extends Pick<SpeedOptions, "datasets" | "code" | "signal"> {
  readonly groups: readonly SpeedCandidates[];
  readonly rounds: number;
  readonly machine: MachineCard;
  readonly version: string;
  /** Called with each thing that is done: its share of all, from 0 to 1, and what. */
  readonly onProgress?: (share: number, what: string) => void;
}

/** A pass through the lane, and whether it was not interrupted. */
export interface LanePass {
  readonly lane: SpeedLane;
  readonly isWhole: boolean;
}

/** Measures groups of networks one after another; of a pass that the signal ends, what has whole rounds. */
export async function runLane(options: LaneOptions): Promise<LanePass> {
  const { groups, machine, version, onProgress, ...rest } = options;
  const { kernels } = prepareEngine();
  const measured: SpeedGroup[] = [];
  for (const [index, group] of groups.entries()) {
    if (rest.signal?.aborted === true) break;
    measured.push(
      await measureSpeedGroup(group, {
        ...rest,
        seconds: SECONDS,
        onProgress: (done, of, what) => onProgress?.((index + done / of) / groups.length, what),
      }),
    );
  }
  const timed = measured.filter(({ others }) => others.length > 0);
  const lane: SpeedLane = {
    format: 1,
    created: new Date().toISOString(),
    version,
    engine: ENGINE,
    machine,
    kernels,
    groups: timed,
  };
  return {
    lane,
    isWhole: timed.filter(({ others }) => others.length === rest.rounds).length === groups.length,
  };
}
