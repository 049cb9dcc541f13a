import { adagrad } from "./adagrad.js";
import { adam, adamw } from "./adam.js";
import { momentum } from "./momentum.js";
import { nadam } from "./nadam.js";
import { nesterov } from "./nesterov.js";
import type { OptimizerEntry } from "./optimizer.js";
import { rmsprop } from "./rmsprop.js";
import { sgd } from "./sgd.js";

/** Every optimizer, in the order in which they are listed. */
export const OPTIMIZER_ENTRIES = [sgd, momentum, nesterov, rmsprop, adam, adamw, adagrad, nadam] as const;

export type Optimizer = (typeof OPTIMIZER_ENTRIES)[number]["name"];
export const OPTIMIZERS: readonly [Optimizer, ...Optimizer[]] = [
  OPTIMIZER_ENTRIES[0].name,
  ...OPTIMIZER_ENTRIES.slice(1).map(({ name }) => name),
];

/** The entry of an optimizer. */
export function optimizerOf(name: Optimizer): OptimizerEntry<Optimizer> {
  const entry = OPTIMIZER_ENTRIES.find((one) => one.name === name);
  if (entry === undefined) throw new RangeError(`there is no optimizer ${name}`);
  return entry;
}

/** The numbers of a step that the host writes to memory before it, one f32 each, in this order. */
export const STEP_NUMBERS: readonly string[] = [
  ...new Set([
    "minus_rate",
    "decay",
    ...OPTIMIZER_ENTRIES.flatMap((entry: OptimizerEntry) => entry.names ?? []),
  ]),
];

/** The place of a number in {@link STEP_NUMBERS}. */
export function placeOf(name: string): number {
  const place = STEP_NUMBERS.indexOf(name);
  if (place === -1) throw new RangeError(`no optimizer has a number ${name}`);
  return place;
}
