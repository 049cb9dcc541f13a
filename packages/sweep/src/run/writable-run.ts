import type {
  DataCard,
  DatasetFacts,
  MachineCard,
  Numerics,
  StudyRecord,
  TrialPlace,
  TrialRecord,
} from "@actbench/core/internal";
import type { RunProblem } from "../files/run-problem.js";
import type { CheckpointStore } from "../halving/checkpoint-store.js";
import type { EarlyTermination } from "../plan/early-termination.js";
import type { Budget } from "../study/sweep.js";
import type { DataSources } from "./data-sources.js";

/** What a run needs from its environment. */
export interface RunHost {
  readonly machine: MachineCard;
  /** One card per dataset of the study. */
  readonly data: readonly DataCard[];
  /** Where own data lies. */
  readonly sources?: DataSources;
  /** The version of actbench. */
  readonly version: string;
  /** Wall clock, milliseconds since 1970: for `created` and the lease of the folder's lock. */
  now(): number;
  /** Trials that the executor takes at the same time. */
  readonly workers: number;
  /** Profiles that the executor can compute: a plan with another one is refused. */
  readonly numerics: readonly Numerics[];
  /** Train all trials, also those finished in other runs under the same folder. */
  readonly asNew?: boolean;
}

/** A run open for writing; owns the folder's lock until `close`. */
export interface WritableRun {
  readonly folder: string;
  readonly study: StudyRecord;
  readonly budget: Budget;
  /** What is known of the datasets of the study. */
  readonly datasets: readonly DatasetFacts[];
  /** Records by trial id: finished here before, or taken over from another run. */
  readonly records: ReadonlyMap<string, TrialRecord>;
  /** Folder names by id of the trials taken over from another run. */
  readonly reused: ReadonlyMap<string, string>;
  /** Damage found on opening; of a large run some is found later, when a curve is read. */
  readonly problems: readonly RunProblem[];
  /** What is worth telling the user, such as a stale lock that was taken over. */
  readonly notices: readonly string[];
  /** When poor points end; absent: every trial runs to its end. */
  readonly earlyTermination?: EarlyTermination;
  /** Trials that are paused. */
  readonly checkpoints: CheckpointStore;
  /** Writes ended trials to the journal, returns when they are on the disk, and forgets their checkpoints. */
  append(records: readonly TrialRecord[]): void;
  /**
   * The same without waiting: resolves when they are on the disk and among `records`, those of several calls
   * by one sync. `place`: where they ran, if not on this machine.
   */
  commit(records: readonly TrialRecord[], place?: TrialPlace): Promise<void>;
  /** Forgets the records of trials, which run again; for those whose files turned out to be of no use. */
  discard(ids: ReadonlySet<string>): void;
  /** Replaces `results.csv`. */
  writeResults(): void;
  /** Gives the folder's lock back; safe to call twice. */
  close(): void;
}
