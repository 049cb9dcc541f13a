import type { DatasetFacts, StudyRecord } from "@actbench/core/internal";
import type { EarlyTermination } from "../plan/early-termination.js";
import type { Shard } from "../plan/shard.js";

/** When a run stops or gives a trial up. Times in seconds, memory in bytes; absent: no limit. */
export interface Budget {
  readonly time_s?: number;
  readonly trial_timeout_s?: number;
  readonly memory_bytes?: number;
  /** Start no further trial after this many failed, timed out or ran out of memory. */
  readonly max_failures?: number;
  /** Further runs of a trial that a fault of the infrastructure broke. */
  readonly retries: number;
}

/** How many trials run at the same time: every core, a number, or a share of the cores such as `50%`. */
export type WorkersSetting = "auto" | number | `${number}%`;

/** A shard and the plan that it is a part of. */
export interface PlanShard extends Shard {
  readonly plan: string;
}

/** A sweep file, resolved: every point and seed is numbered and hashed before the first trial. */
export interface Sweep
  extends Omit<StudyRecord, "format" | "revision" | "created" | "version" | "data" | "machine" | "workers"> {
  /** The datasets that points use. */
  readonly datasets: readonly DatasetFacts[];
  /** Which part of the plan `plan` is, with the SHA-256 of the whole one; absent: all of it. */
  readonly shard?: PlanShard;
  /** Rungs at which poor points end; absent: every trial runs to its end. */
  readonly early_terminate?: EarlyTermination;
  readonly budget: Budget;
  readonly workers: WorkersSetting;
  /** Run isolated timing after the trials. */
  readonly speed: boolean;
  /** Warnings: settings that were ignored or dropped. */
  readonly warnings: readonly string[];
}
