import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { activationFormulas } from "../network/activation-formulas.js";
import { planLayout } from "../network/layout.js";
import { stateTensors, type Tensor } from "../network/tensors.js";
import { inputScaling } from "./input-scaling.js";

/** The tensors of a trial's checkpoint: positions count f32 numbers of its `state`. */
export function checkpointTensors(spec: TrialSpec, data: Dataset): readonly Tensor[] {
  const layout = planLayout({
    spec,
    data,
    inputMap: inputScaling(spec, data),
    formulas: spec.model.activation.map(activationFormulas),
  });
  const first = layout.parameters / 4;
  return stateTensors(layout).map(({ name, positions }) => ({
    name,
    positions: positions.map((at) => at - first),
  }));
}
