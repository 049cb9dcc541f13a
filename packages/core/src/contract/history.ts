import type { MachineCard } from "./study.js";

/** Where the trials of a run ran, if not all on the study's own machine. */
export interface RunPlaces {
  /** The machines 1, 2, …; each its own, also where two cards are equal. */
  readonly machines: readonly MachineCard[];
  /**
   * The number of each trial's machine, for the trials of the plan in its order, as lengths of equal
   * stretches; 0: the study's own machine, or not ended.
   */
  readonly ran_on: readonly (readonly [machine: number, trials: number])[];
  /** Trials that another machine trained again, to the same bits. */
  readonly rechecked: number;
}

/** A moment at which verdicts of a run were shown. */
export interface Look {
  /** ISO 8601. */
  readonly at: string;
  /** The command that showed them. */
  readonly command: string;
  /** Seeds that they stood on. */
  readonly n: number;
  /** Fresh seeds of finalists that were shown with them; absent where not all of these had ended. */
  readonly fresh?: number;
  /** Looks that the study declared then; absent: one. */
  readonly declared?: number;
}

/** Since when a study's lock holds a claim word for word. */
export interface ClaimOrigin {
  readonly id: string;
  /** The revision of the lock that first held it, and all since. */
  readonly revision: number;
}

/**
 * What a run knows about its past: how often verdicts were looked at, and which claims came before which
 * trials.
 */
export interface RunHistory {
  /** In the order of time. */
  readonly looks: readonly Look[];
  readonly claims: readonly ClaimOrigin[];
  /**
   * The lock's revision in force when a trial ended, for the trials of the plan in its order, as lengths of
   * equal stretches; 0: taken over from another run, or not ended.
   */
  readonly revisions: readonly (readonly [revision: number, trials: number])[];
  /** Absent: all trials ran on the study's machine. */
  readonly places?: RunPlaces;
}
