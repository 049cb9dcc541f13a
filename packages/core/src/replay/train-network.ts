import type { Paused } from "../contract/executor.js";
import type { TrialRecord } from "../contract/record.js";
import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { type TrialOptions, trainTrial } from "../trial/run-trial.js";
import type { TrialHost } from "../trial/trial-host.js";
import { type FilledTensor, filledTensors } from "./network-tensors.js";

/** How a training ended, and the network it left. */
export interface TrainedNetwork {
  readonly result: TrialRecord | Paused;
  readonly tensors: readonly FilledTensor[];
}

/**
 * `runTrial`, with the network that it leaves: of a trial that diverged, the one it diverged in. Throws as it
 * does.
 */
export function trainNetwork(
  spec: TrialSpec,
  data: Dataset,
  host: TrialHost,
  options: TrialOptions = {},
): TrainedNetwork {
  const { result, state } = trainTrial(spec, data, host, options);
  return { result, tensors: filledTensors(spec, data, state().state) };
}
