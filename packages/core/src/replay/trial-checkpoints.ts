import type { Checkpoint } from "../contract/executor.js";
import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import type { FunctionsOf } from "../network/code-rules.js";
import { stepsOf } from "../trial/cost.js";
import { trainTrial } from "../trial/run-trial.js";

/** Checkpoints kept to go on from: a search by halves asks for about as many of one epoch. */
const KEPT_AT_MOST = 16;

export interface CheckpointOptions {
  /** Where the trial begins instead of at its initialization. */
  readonly start?: Checkpoint;
  /** The functions of activations that are code. */
  readonly functionsOf?: FunctionsOf;
}

/**
 * The checkpoints of a trial, trained on demand, each from the nearest earlier one at hand. Where the trial
 * diverges, the state it diverged in stands for all later ones.
 */
export class TrialCheckpoints {
  /** Updates in all. */
  readonly steps: number;
  /** Oldest request first. */
  private kept: readonly Checkpoint[] = [];
  private diverged: Checkpoint | undefined;

  constructor(
    private readonly spec: TrialSpec,
    private readonly data: Dataset,
    private readonly options: CheckpointOptions = {},
  ) {
    this.steps = stepsOf(spec);
  }

  at(step: number): Checkpoint {
    if (this.diverged !== undefined && step >= this.diverged.step) return this.diverged;
    const [from = this.options.start] = this.kept
      .filter((one) => one.step <= step)
      .sort((a, b) => b.step - a.step);
    if (from?.step === step) return from;
    const options = { until: step, ...(from === undefined ? {} : { from }) };
    const { functionsOf } = this.options;
    // Times are not asked for.
    const host = { now: () => 0, ...(functionsOf === undefined ? {} : { functionsOf }) };
    const { result, state } = trainTrial(this.spec, this.data, host, options);
    const reached = state();
    if (result.status === "diverged") this.diverged = reached;
    this.kept = [...this.kept, reached].slice(-KEPT_AT_MOST);
    return reached;
  }
}
