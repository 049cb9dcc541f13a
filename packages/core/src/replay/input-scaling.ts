import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import type { InputMap } from "../kernels/inputs.js";
import { inputMapOf } from "../trial/input-map.js";
import { inputStatistics } from "../trial/input-statistics.js";
import { splitRows } from "../trial/split.js";

/** How a trial's network sees the values of its dataset: v becomes v / divisor · factor + shift. */
export function inputScaling(spec: TrialSpec, data: Dataset): InputMap {
  return inputMapOf(spec.dataset, data, () => inputStatistics(data, splitRows(spec, data).train));
}
