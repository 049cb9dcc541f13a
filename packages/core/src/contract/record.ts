import type { ScoreName } from "../score/scores.js";

/**
 * What came out of a trial. A union on `status`; a value exists only where it was measured, and a missing
 * value is absent, never 0. Names are those of `results.csv`.
 */
export type TrialRecord = Completed | Diverged | TimedOut | OutOfMemory | Failed | Pruned;
export type TrialStatus = TrialRecord["status"];

/** How well a network does on one subset at one moment. */
export type Score = {
  /**
   * Absent where it was not asked for, is not finite (a loss), or is no score of the task (accuracy of an
   * autoencoder).
   */
  readonly [S in ScoreName]?: number;
} & {
  /** RMSE of each target, where there are several. */
  readonly target_rmse?: readonly number[];
};

/**
 * Hidden units of one layer over the probe (`probe_n` examples): how many are in each state, and what they
 * give.
 */
export interface LayerUnits {
  readonly units: number;
  /** Units whose slope is identically zero on every example of the probe. */
  readonly dead: number;
  /** Units with a pre-activation ≤ 0 on every example. */
  readonly inactive: number;
  /** Units, not dead, with max |f′| over the probe < 0.01 · sup |f′|. */
  readonly saturated: number;
  /** Share of activations that are exactly 0. */
  readonly zero_fraction: number;
  /**
   * Units whose E|a| is at most τ = 0.025 of the layer's mean (Sokar et al. 2023). This and what follows:
   * absent in older records.
   */
  readonly dormant?: number;
  /**
   * Since the probe before: units alive now that were dead at every probe; absent at the first probe, as the
   * next two.
   */
  readonly births?: number;
  /** Units dead now that were alive at the probe before. */
  readonly deaths?: number;
  /** Units alive now that were dead at the probe before and alive at an earlier one. */
  readonly revivals?: number;
  /** From the first probe to this one, under `measure.turnover`: units dead at the first. */
  readonly born_dead?: number;
  /** Units born dead that were alive at a later probe; absent at the first probe, as the next two. */
  readonly born_late?: number;
  /** Units that were alive at a probe and dead at a later one. A unit counts once, however often it dies. */
  readonly died?: number;
  /** Units that died and were alive at a probe after that. */
  readonly revived?: number;
  /**
   * The longest time that one of the units was dead, in updates: from the first probe that found it dead to
   * the one that found it alive again, or to this one. Absent where no unit was ever dead.
   */
  readonly longest_dead?: number;
  /** Median over units of a unit's mean activation; absent where it is not finite. */
  readonly median_activation?: number;
  /** Share of examples, over all units, with a pre-activation above 0. */
  readonly activity?: number;
  /** Pre-activations (of gated units the first), over all units and examples. */
  readonly z?: Spread;
  /** Activations, over all units and examples. */
  readonly a?: Spread;
  /** One hexadecimal digit a unit: 1 dead + 2 inactive + 4 saturated + 8 dormant; see `isInState`. */
  readonly states?: string;
}

/** A mean and a standard deviation; each is absent where it is not finite. */
export interface Spread {
  readonly mean?: number;
  readonly std?: number;
}

/** A number of each unit of a layer; null where it is not finite. */
export type UnitNumbers = readonly (number | null)[];

/** What each unit of a layer did over the probe. */
export interface UnitDetails {
  /** max |f′(z)|. */
  readonly max_slope: UnitNumbers;
  /** Share of examples with a pre-activation above 0. */
  readonly activity: UnitNumbers;
  /** Mean and variance of the pre-activation, of a gated unit's first. */
  readonly z_mean: UnitNumbers;
  readonly z_variance: UnitNumbers;
  /** Mean and variance of the activation. */
  readonly a_mean: UnitNumbers;
  readonly a_variance: UnitNumbers;
  /** Trained parameters that each unit has for itself, by name. */
  readonly params?: Readonly<Record<string, UnitNumbers>>;
}

/** One update under `measure.gradients`: what it was made from and what it did. */
export interface GradientProbe {
  /** The update (1-based). */
  readonly step: number;
  /** Per layer, first to last, the output layer too. */
  readonly layers: readonly LayerGradients[];
}

/** A layer at one step; norms are Euclidean, of its weights without biases and parameters. */
export interface LayerGradients {
  /** Of the gradient of the batch's mean loss, before clipping and weight decay. */
  readonly gradient_norm: number;
  /** Of the weights before the update. */
  readonly weight_norm: number;
  /** ‖ΔW‖ / ‖W‖, by all that the update does to the weights; absent where all weights are 0. */
  readonly update_ratio?: number;
  /**
   * exp of the entropy of the shares of singular values (Roy & Vetterli 2007) of the layer's activations over
   * the first 256 examples of the probe, in evaluation mode, before the update; hidden layers only.
   */
  readonly effective_rank?: number;
  /** The activation's trained parameters before the update. */
  readonly params?: Readonly<Record<string, ParamSpread>>;
}

/** A trained parameter over a layer's units; a single value where they share it. */
export interface ParamSpread {
  readonly mean: number;
  readonly min: number;
  readonly max: number;
}

/** The units after an update between two epochs' ends. */
export interface StepProbe {
  /** Updates made so far. */
  readonly step: number;
  /** Over the probe's examples, which gave it in the same pass. */
  readonly score: Score;
  /** Per hidden layer, first to last. */
  readonly units: readonly LayerUnits[];
  /** Present under `measure.forensics`. */
  readonly unit_details?: readonly UnitDetails[];
}

/** The state after an epoch; epoch 0 is the initialization. */
export interface EpochRecord {
  readonly epoch: number;
  /** Updates made so far. */
  readonly step: number;
  /** Mean loss over the epoch's batches while the weights moved; absent at epoch 0. */
  readonly running_loss?: number;
  /**
   * Share of right answers over the epoch's batches, each before its update; absent at epoch 0 and where
   * there are no classes.
   */
  readonly running_accuracy?: number;
  /** Over the training set, or over the subset that `measure.train` names; absent where it was not scored. */
  readonly train?: Score;
  readonly validation?: Score;
  readonly test?: Score;
  /** Per hidden layer, first to last; absent where units were not probed. */
  readonly units?: readonly LayerUnits[];
  /** Examples behind all of `units` but `dead`, where these were fewer than the probe's. */
  readonly units_n?: number;
  /** Each unit's numbers, per hidden layer; present under `measure.forensics`. */
  readonly unit_details?: readonly UnitDetails[];
  /** Probes since the previous epoch, if units are probed every N updates. */
  readonly probes?: readonly StepProbe[];
  /** Chosen updates of the epoch; present under `measure.gradients`, at most 65 in a trial. */
  readonly gradients?: readonly GradientProbe[];
  /** Trained parameters of activations, per layer and name: mean over units where they are per unit. */
  readonly params?: readonly Readonly<Record<string, number>>[];
  /** Seconds inside training steps in this epoch. */
  readonly train_s: number;
  /** Digest of all weights, biases and trained activation parameters; absent when they are not finite. */
  readonly digest?: string;
}

/** Seconds by phase, of this machine and this load. */
export interface Timing {
  /** Generate, compile, initialize. */
  readonly startup_s: number;
  /** Inside training steps only. */
  readonly train_s: number;
  /** Inside evaluations and other measurements. */
  readonly evaluate_s: number;
  readonly samples_per_s?: number;
  /**
   * `train_s` by what was done, as the medians of at most 64 updates say that were made in parts; absent
   * without updates.
   */
  readonly phases?: Phases;
  /** Seconds of processor time of the thread, where the host can tell. */
  readonly cpu_s?: number;
}

/** Seconds of training by what was done. */
export interface Phases {
  /** Copying batches into the trial's memory. */
  readonly data_s: number;
  /** From inputs to the loss. */
  readonly forward_s: number;
  /** Gradients; their kernels update the weights in the same pass, unless the gradient is clipped. */
  readonly backward_s: number;
  /** What follows: the clipped update, limits of norms, transposed copies of weights. */
  readonly update_s: number;
}

interface Base {
  readonly id: string;
  /** Epochs whose end was reached, the initialization first; partial where the trial ended early. */
  readonly curve: readonly EpochRecord[];
  /** Runs of this trial that were lost to a fault of the infrastructure. */
  readonly retries?: number;
}

interface Ran extends Base {
  readonly probe_n?: number;
  readonly timing: Timing;
  /** WebAssembly memory of the trial. */
  readonly peak_bytes: number;
}

export interface Completed extends Ran {
  readonly status: "completed";
  readonly digest: string;
  /**
   * Under `measure.weights`: the network's numbers, f32 little-endian as base64, in the order of
   * `outputTensors`. A run keeps them in a file and not in its journal.
   */
  readonly weights?: string;
}

/** A result, not a failure: the loss or a weight stopped being finite. */
export interface Diverged extends Ran {
  readonly status: "diverged";
  /** The update (1-based) whose loss was not finite. */
  readonly step: number;
  /** The first layer (1-based, the output layer last) with a value that is not finite, where known. */
  readonly layer?: number;
  readonly last_finite_loss?: number;
  /** Digest of the last epoch with finite weights. */
  readonly digest: string;
}

export interface TimedOut extends Base {
  readonly status: "timed_out";
  readonly after_s: number;
}

export interface OutOfMemory extends Base {
  readonly status: "out_of_memory";
  readonly limit_bytes: number;
  readonly needed_bytes?: number;
}

/** An error as it crosses threads and files. */
export interface ErrorRecord {
  readonly code: string;
  readonly message: string;
  readonly stack?: string;
}

export interface Failed extends Base {
  readonly status: "failed";
  readonly error: ErrorRecord;
}

/** Ended early, on purpose: its point was not among the best of a rung (1-based). */
export interface Pruned extends Base {
  readonly status: "pruned";
  readonly rung: number;
  /** A trial of that rung failed or timed out, and was ranked last: on another machine this one may go on. */
  readonly depended_on_machine?: boolean;
  readonly digest: string;
}

/** The last epoch of a record, where the initialization counts as one. */
export function lastEpoch(record: TrialRecord): EpochRecord | undefined {
  return record.curve[record.curve.length - 1];
}
