import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { activationFormulas } from "../network/activation-formulas.js";
import type { NetworkLayout } from "../network/layout.js";
import { planLayout } from "../network/plan-layout.js";
import { type OutputTensor, outputTensors, stateTensors, type Tensor } from "../network/tensors.js";
import { inputScaling } from "./input-scaling.js";

/** The tensors of a trial's checkpoint: positions count f32 numbers of its `state`. */
export function checkpointTensors(spec: TrialSpec, data: Dataset): readonly Tensor[] {
  return inState(spec, data, stateTensors);
}

/** Those that the network's outputs depend on, in the order of `outputTensors`. */
export function checkpointOutputTensors(spec: TrialSpec, data: Dataset): readonly OutputTensor[] {
  return inState(spec, data, (layout) => outputTensors(layout, spec.model.normalization));
}

function inState<T extends Tensor>(
  spec: TrialSpec,
  data: Dataset,
  tensorsOf: (layout: NetworkLayout) => readonly T[],
): readonly T[] {
  const layout = planLayout({
    spec,
    data,
    inputMap: inputScaling(spec, data),
    formulas: spec.model.activation.map(activationFormulas),
  });
  const first = layout.parameters / 4;
  return tensorsOf(layout).map((tensor) => ({
    ...tensor,
    positions: tensor.positions.map((at) => at - first),
  }));
}
