import type { Dataset } from "../data/dataset.js";
import type { Tensor } from "../network/tensors.js";
import { stepsOf } from "../trial/cost.js";
import type { Checkpoint } from "../trial/executor.js";
import { trainTrial } from "../trial/run-trial.js";
import type { TrialSpec } from "../trial/spec.js";
import { checkpointTensors } from "./checkpoint-tensors.js";
import { type TensorState, tensorState } from "./tensor-state.js";

/** The states that a trial goes through, by the number of updates made. */
export interface States {
  /** Updates in all. */
  readonly steps: number;
  /** All that training changes, in an order of the network's shape. */
  at(step: number): readonly TensorState[];
}

/** States kept to go on from: a search by halves asks for about as many of one epoch. */
const KEPT_AT_MOST = 16;

/** Times are not asked for. */
const HOST = { now: (): number => 0 };

/**
 * The states of a trial, trained when they are asked for, each from the nearest earlier one at hand. Where the trial
 * diverges, the state it diverged in stands for all later ones.
 */
export class TrialStates implements States {
  readonly steps: number;
  private readonly tensors: readonly Tensor[];
  /** Oldest request first. */
  private kept: readonly Checkpoint[] = [];
  private diverged: Checkpoint | undefined;

  constructor(
    private readonly spec: TrialSpec,
    private readonly data: Dataset,
  ) {
    this.steps = stepsOf(spec);
    this.tensors = checkpointTensors(spec, data);
  }

  at(step: number): readonly TensorState[] {
    const { state } = this.checkpointAt(step);
    const all = new Float32Array(state.buffer, state.byteOffset, state.byteLength / 4);
    return this.tensors.map(({ name, positions }) => tensorState(name, gathered(all, positions)));
  }

  private checkpointAt(step: number): Checkpoint {
    if (this.diverged !== undefined && step >= this.diverged.step) return this.diverged;
    const [from] = this.kept.filter((one) => one.step <= step).sort((a, b) => b.step - a.step);
    if (from?.step === step) return from;
    const options = { until: step, ...(from === undefined ? {} : { from }) };
    const { result, state } = trainTrial(this.spec, this.data, HOST, options);
    const reached = state();
    if (result.status === "diverged") this.diverged = reached;
    this.kept = [...this.kept, reached].slice(-KEPT_AT_MOST);
    return reached;
  }
}

function gathered(all: Float32Array, positions: Uint32Array): Float32Array {
  const values = new Float32Array(positions.length);
  for (let i = 0; i < values.length; i++) values[i] = all[positions[i] as number] as number;
  return values;
}
