import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import type { FunctionsOf } from "../network/code-rules.js";
import type { Tensor } from "../network/tensors.js";
import { checkpointTensors } from "./checkpoint-tensors.js";
import { type TensorState, tensorState } from "./tensor-state.js";
import { TrialCheckpoints } from "./trial-checkpoints.js";

/** The states that a trial goes through, by the number of updates made. */
export interface States {
  /** Updates in all. */
  readonly steps: number;
  /** All that training changes, in an order of the network's shape. */
  at(step: number): readonly TensorState[];
}

/**
 * The states of a trial, trained on demand. Where it diverges, the state it diverged in stands for all later
 * ones.
 */
export class TrialStates implements States {
  readonly steps: number;
  private readonly tensors: readonly Tensor[];
  private readonly checkpoints: TrialCheckpoints;

  /** `functionsOf` finds activations that are code. */
  constructor(spec: TrialSpec, data: Dataset, functionsOf?: FunctionsOf) {
    const options = functionsOf === undefined ? {} : { functionsOf };
    this.checkpoints = new TrialCheckpoints(spec, data, options);
    this.steps = this.checkpoints.steps;
    this.tensors = checkpointTensors(spec, data);
  }

  at(step: number): readonly TensorState[] {
    const { state } = this.checkpoints.at(step);
    const all = new Float32Array(state.buffer, state.byteOffset, state.byteLength / 4);
    return this.tensors.map(({ name, positions }) => tensorState(name, gathered(all, positions)));
  }
}

function gathered(all: Float32Array, positions: Uint32Array): Float32Array {
  const values = new Float32Array(positions.length);
  for (let i = 0; i < values.length; i++) values[i] = all[positions[i] as number] as number;
  return values;
}
