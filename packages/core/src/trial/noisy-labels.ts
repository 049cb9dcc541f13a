import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { randomStream, shuffle } from "../random/stream.js";
import type { Split } from "./split.js";

/**
 * A dataset's labels as the network trains on them: `label_noise` of the training examples (rounded to a
 * whole number of them) carry another class, drawn uniformly. Decided by the study's seed, the same for all
 * trials of a study; what a smaller share replaces a larger one replaces alike. Validation and test keep
 * their labels.
 */
export function noisyLabels(spec: TrialSpec, data: Dataset, { train }: Split): Uint16Array {
  const labels = new Uint16Array(data.labels);
  const count = Math.round(spec.dataset.label_noise * train.length);
  if (count === 0 || data.classes < 2) return labels;
  const order = train.slice();
  shuffle(order, randomStream(spec.study_seed, "label noise"));
  const classes = randomStream(spec.study_seed, "label noise classes");
  const noisy = labels.slice();
  for (const row of order.subarray(0, count)) {
    const other = (labels[row] as number) + 1 + classes.below(data.classes - 1);
    noisy[row] = other % data.classes;
  }
  return noisy;
}
