import type { EpochRecord } from "../contract/record.js";
import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import type { FunctionsOf } from "../network/code-rules.js";
import type { Network } from "../network/network.js";
import { returnNetwork } from "../network/network-pool.js";
import { stateTensors } from "../network/tensors.js";
import { stepsOf } from "../trial/cost.js";
import { epochMoment } from "../trial/epoch-moment.js";
import { Meter } from "../trial/measure-epoch.js";
import { prepareTrial } from "../trial/prepare-trial.js";

/**
 * What a network is measured by: the scores of each subset, the units over the probe, the digest of its
 * weights.
 */
export type MeasuredNetwork = Omit<EpochRecord, "epoch" | "step" | "train_s"> & { readonly probe_n: number };

/**
 * Measures a network that was trained elsewhere as a trial of `spec` is measured after its last epoch.
 * `tensors`: the numbers of each of `networkTensors`, by name. Throws as `runTrial` does where the spec
 * cannot be run here.
 */
export function evaluateNetwork(
  spec: TrialSpec,
  data: Dataset,
  tensors: ReadonlyMap<string, ArrayLike<number>>,
  functionsOf?: FunctionsOf,
): MeasuredNetwork {
  const trial = prepareTrial(spec, data, functionsOf);
  const { network } = trial;
  write(network, tensors);
  const meter = new Meter(trial, spec);
  const steps = stepsOf(spec);
  const measured = meter.epoch(steps, epochMoment(steps, steps));
  returnNetwork(network);
  return { ...measured, probe_n: meter.probeSize };
}

function write(network: Network, tensors: ReadonlyMap<string, ArrayLike<number>>): void {
  for (const { name, positions } of stateTensors(network.layout)) {
    const values = tensors.get(name);
    if (values === undefined) continue;
    positions.forEach((at, i) => {
      network.f32[at] = values[i] as number;
    });
  }
  // A parameter that a layer shares has one number, which every unit's place repeats.
  for (const { formulas, params, paddedUnits } of network.layout.layers)
    (formulas?.trained ?? []).forEach(({ per }, q) => {
      const at = params / 4 + q * paddedUnits;
      if (per === "layer") network.f32.fill(network.f32[at] as number, at, at + paddedUnits);
    });
  network.derive();
}
