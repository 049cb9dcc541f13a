import { type EpochRecord, SCORES } from "@actbench/core/internal";
import { ReportDataError } from "./report-data-error.js";
import { count, dictionary, list, number, object, optional, type Shape } from "./shape.js";

const score = object({
  ...Object.fromEntries(SCORES.map(({ name }) => [name, optional(number)])),
  loss: number,
});
const layer = object({
  units: count,
  dead: count,
  inactive: count,
  saturated: count,
  zero_fraction: number,
  dormant: optional(count),
});

const gradients = object({
  gradient_norm: number,
  weight_norm: number,
  update_ratio: optional(number),
  effective_rank: optional(number),
});

const fields: Shape<EpochRecord> = object({
  epoch: count,
  step: count,
  running_loss: optional(number),
  running_accuracy: optional(number),
  train: optional(score),
  validation: optional(score),
  test: optional(score),
  units: optional(list(layer)),
  units_n: optional(count),
  gradients: optional(list(object({ step: count, layers: list(gradients) }))),
  params: optional(list(dictionary(number))),
  train_s: number,
});

/** An epoch of a curve; digests of epochs are not on a page. */
export const epochShape: Shape<EpochRecord> = (value) => {
  const epoch = fields(value);
  for (const { units, ...states } of epoch.units ?? [])
    if ([states.dead, states.inactive, states.saturated, states.dormant ?? 0].some((count) => count > units))
      throw new ReportDataError(`a layer of ${units} units cannot have more of a kind`);
  return epoch;
};
