import { activationSpec } from "../src/activation/activation-spec.js";
import { findActivation } from "../src/activation/find-activation.js";
import type { Checkpoint } from "../src/contract/executor.js";
import type { MeasureSpec, TrialSpec } from "../src/contract/spec.js";
import type { Dataset } from "../src/data/dataset.js";
import { checkpointTensors } from "../src/replay/checkpoint-tensors.js";
import { runTrial } from "../src/trial/run-trial.js";
import { splitRows } from "../src/trial/split.js";
import { trialSpec } from "./trial-spec.js";

/** Updates of the constructed trial, and where unit 3 of layer 2 dies and comes back. */
export const STEPS = 41;
export const DIES_AT = 17;
export const REVIVES_AT = 40;

/**
 * A trial of one example an update, whose unit 3 of layer 2 dies with update 17 and comes back with update
 * 40. All inputs are 0 but two: the 17th example alone makes unit 3 fire, with the wrong label, and pushes it
 * below zero on every example; the 40th makes unit 2 fire, whose gradient raises the first layer's unit that
 * both listen to.
 */
export function dyingUnit(measure: MeasureSpec): {
  readonly spec: TrialSpec;
  readonly data: Dataset;
  readonly start: Checkpoint;
} {
  const relu = findActivation("relu");
  if (!relu) throw new Error("no relu");
  const spec: TrialSpec = {
    ...trialSpec({
      hidden: [2, 4],
      activation: activationSpec(relu),
      numerics: "strict",
      dataset: { train: STEPS },
      train: { epochs: 1, batch_size: 1, shuffle: false, lr: 1 },
    }),
    measure,
  };
  const data = twoSparks(spec);
  const paused = runTrial(spec, data, { now: () => 0 }, { until: 0 });
  if (paused.status !== "paused") throw new Error(paused.status);
  const state = paused.checkpoint.state.slice();
  const numbers = new Float32Array(state.buffer);
  const values: Readonly<Record<string, readonly number[]>> = {
    // Unit 1 receives the first input, unit 2 the second.
    "layer 1 weights": [1, 0, 0, 1],
    "layer 1 biases": [0, 0],
    // Unit 2 receives the second unit with a large weight, unit 3 both; units 1 and 4 never fire.
    "layer 2 weights": [0, 0, 0, 4, 1, 1, 0, 0],
    "layer 2 biases": [-1, -3.5, -0.9, -1],
    "output weights": [0, 1, 1, 0, 0, -1, -1, 0],
    "output biases": [0, 0],
  };
  for (const { name, positions } of checkpointTensors(spec, data))
    positions.forEach((at, i) => {
      numbers[at] = values[name]?.[i] ?? Number.NaN;
    });
  // The probe at initialization is of other weights: the trial starts again with these.
  return { spec, data, start: { ...paused.checkpoint, state, curve: [] } };
}

/** Examples of two inputs, all 0 but the two sparks; labels take turns, but for the sparks'. */
function twoSparks(spec: TrialSpec): Dataset {
  const features = new Float32Array(4 * STEPS);
  const labels = new Uint16Array(STEPS);
  const data: Dataset = {
    name: "sparks",
    hash: "0",
    kind: "f32",
    inputs: 2,
    classes: 2,
    stride: 16,
    density: 2 / STEPS,
    trainRows: STEPS,
    testRows: 0,
    features: features.buffer,
    labels: labels.buffer,
  };
  splitRows(spec, data).train.forEach((row, step) => {
    labels[row] = step % 2;
    if (step + 1 === DIES_AT) {
      features[4 * row] = 1;
      labels[row] = 1;
    }
    if (step + 1 === REVIVES_AT) {
      features[4 * row + 1] = 1;
      labels[row] = 0;
    }
  });
  return data;
}
