import type { Arithmetic, OptimizerSettings } from "../src/optimizer/optimizer.js";
import { type Optimizer, optimizerOf } from "../src/optimizer/optimizers.js";

const f64: Arithmetic<number> = {
  add: (a, b) => a + b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  sqrt: Math.sqrt,
  madd: (a, b, c) => a * b + c,
  constant: (value) => value,
};

/** A parameter before update `step` (1-based). */
export interface OracleParameter {
  readonly weight: number;
  /** Without weight decay. */
  readonly gradient: number;
  readonly states: readonly number[];
  readonly weight_decay: number;
  readonly step: number;
}

/** An optimizer's own formula, in f64. PyTorch's fixtures say whether it is the right one. */
export function updatedInF64(
  train: OptimizerSettings & { readonly optimizer: Optimizer; readonly lr: number },
  parameter: OracleParameter,
) {
  const entry = optimizerOf(train.optimizer);
  const { weight, gradient, weight_decay, step } = parameter;
  let running = entry.running ?? [];
  let numbers: Readonly<Record<string, number>> = {};
  for (let i = 0; i < step && entry.numbers; i++)
    ({ running, numbers } = entry.numbers({ lr: train.lr, settings: train, running }));
  return entry.update<number>(
    f64,
    {
      weight: entry.decoupled ? weight * (1 - train.lr * weight_decay) : weight,
      gradient: entry.decoupled ? gradient : gradient + weight_decay * weight,
      states: Array.from({ length: entry.states }, (_, i) => parameter.states[i] ?? 0),
      number: (name) => (name === "minus_rate" ? -train.lr : (numbers[name] ?? Number.NaN)),
      keep: (state) => state,
    },
    train,
  );
}
