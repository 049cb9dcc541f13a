// Whole numbers, and kept as they are.
const EXACT: ReadonlySet<string> = new Set([
  "epoch",
  "step",
  "units",
  "dead",
  "inactive",
  "saturated",
  "dormant",
  "born_dead",
  "born_late",
  "died",
  "revived",
  "longest_dead",
  "probe_n",
  "units_n",
  "peak_bytes",
  "limit_bytes",
  "needed_bytes",
  "retries",
  "layer",
  "rung",
]);

// Times of a loaded machine have no more.
const TIMES: Readonly<Record<string, number>> = {
  startup_s: 3,
  evaluate_s: 3,
  data_s: 3,
  forward_s: 3,
  backward_s: 3,
  update_s: 3,
  cpu_s: 3,
  train_s: 4,
  samples_per_s: 4,
};

// What no chart resolves further; other numbers of an earlier epoch have EARLIER digits.
const COARSE: Readonly<Record<string, number>> = {
  train_s: 2,
  running_loss: 2,
  loss: 3,
  zero_fraction: 2,
  gradient_norm: 2,
  weight_norm: 2,
  update_ratio: 2,
  effective_rank: 2,
};
const EARLIER = 4;

/** Significant digits of outcomes, times excepted. */
export const OUTCOME_DIGITS = 6;

/** Whether a field counts something, so that every digit is kept. */
export function isExact(field: string): boolean {
  return EXACT.has(field);
}

/** Significant digits that a page keeps of a field at an epoch that is not the last. */
export function earlierDigits(field: string): number {
  return COARSE[field] ?? EARLIER;
}

/** Significant digits that a page keeps of a field at the last epoch, or of a record as a whole. */
export function outcomeDigits(field: string): number {
  return TIMES[field] ?? OUTCOME_DIGITS;
}
