import type { Numerics, Optimizer, TrainSpec } from "../trial/spec.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { type Madd, maddOf, vec } from "../wasm/vector.js";
import { storePairs } from "./store-pairs.js";

/** The numbers of a step that the host writes to memory before it, one f32 each, in this order. */
export const HYPER = ["minus_rate", "minus_step_size", "root_correction", "decay", "inverse_rows"] as const;
export type Hyper = (typeof HYPER)[number];

export interface UpdateRule {
  readonly optimizer: Optimizer;
  readonly momentum: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weight_decay: number;
  /** `weight_decay` is not the one that the host's `decay` is made of. */
  readonly decaysApart?: true;
  readonly numerics: Numerics;
  /** Where `HYPER` lies. */
  readonly hyper: number;
  /** Bytes from a weight to its first and second moments. */
  readonly stateBytes: number;
  /** Bytes from a weight to where its gradient is only stored, for an update that waits for the whole gradient. */
  readonly deferTo?: number;
}

/** The rule with a weight decay of its own, where there is one. */
export function decayingBy(rule: UpdateRule, weight_decay: number | undefined): UpdateRule {
  return weight_decay === undefined || weight_decay === rule.weight_decay
    ? rule
    : { ...rule, weight_decay, decaysApart: true };
}

/** The rule of biases, gains and trained parameters beside the rule of weights. */
export function ruleBesideWeights(rule: UpdateRule, decay: TrainSpec["decay"]): UpdateRule {
  return decay === "weights" ? decayingBy(rule, 0) : rule;
}

/** How many numbers of state an optimizer keeps per weight. */
export function statesOf(optimizer: Optimizer): 0 | 1 | 2 {
  switch (optimizer) {
    case "sgd":
      return 0;
    case "momentum":
    case "nesterov":
    case "rmsprop":
      return 1;
    case "adam":
    case "adamw":
      return 2;
    default:
      return optimizer satisfies never;
  }
}

/** A number of `HYPER`, splat, loaded once a function. */
export function hyper(f: FunctionBuilder, base: number, name: Hyper): Value {
  return f.constant(`hyper ${name}`, vec.loadSplat(i32.const(base + HYPER.indexOf(name) * 4)));
}

/**
 * Writes the update of the weights at `address + offset`, four a vector, by their gradients: one vector after another.
 * Formulas are PyTorch's: weight decay is added to the gradient, but for adamw, where the weight shrinks by 1 − lr · decay.
 * Vectors go in pairs, all loads of a pair before its stores, as engines that join them need it.
 */
export function update(
  f: FunctionBuilder,
  rule: UpdateRule,
  address: Value,
  offset: number,
  gradients: readonly Value[],
): void {
  if (rule.deferTo !== undefined) {
    storePairs(f, address, offset + rule.deferTo, gradients);
    return;
  }
  for (let i = 0; i < gradients.length; i += 2)
    updatePair(f, rule, { address, offset: offset + i * 16 }, gradients.slice(i, i + 2));
}

/** One or two vectors of weights. */
function updatePair(
  f: FunctionBuilder,
  rule: UpdateRule,
  { address, offset }: { readonly address: Value; readonly offset: number },
  gradients: readonly Value[],
): void {
  const madd: Madd = maddOf(rule.numerics);
  const constant = (value: number): Value => f.constant(`f32 ${value}`, vec.const(value));
  const rate = hyper(f, rule.hyper, "minus_rate");
  const kept: Local[] = [];
  const each = (op: (u: number) => Value): readonly Local[] => {
    const locals = gradients.map((_, u) => f.let(op(u)));
    kept.push(...locals);
    return locals;
  };
  const load = (at: number): readonly Local[] => each((u) => vec.load(address, at + u * 16));
  const store = (at: number, values: readonly Value[]): void => storePairs(f, address, at, values);
  const of = (values: readonly Value[], u: number): Value => values[u] as Value;
  const decoupled = rule.optimizer === "adamw";
  const weight = load(offset);
  const g =
    rule.weight_decay > 0 && !decoupled
      ? each((u) => madd(constant(rule.weight_decay), of(weight, u), of(gradients, u)))
      : each((u) => of(gradients, u));
  const first = offset + rule.stateBytes;
  const second = first + rule.stateBytes;
  const decayingSquares = (state: readonly Local[]): readonly Local[] =>
    each((u) => {
      const square = vec.mul(of(g, u), of(g, u));
      return flushed(f, madd(constant(rule.beta2), of(state, u), vec.mul(constant(1 - rule.beta2), square)));
    });
  switch (rule.optimizer) {
    case "sgd":
      store(
        offset,
        each((u) => madd(rate, of(g, u), of(weight, u))),
      );
      break;
    case "momentum":
    case "nesterov": {
      const before = load(first);
      const v = each((u) => flushed(f, madd(constant(rule.momentum), of(before, u), of(g, u))));
      const step = (u: number): Value =>
        rule.optimizer === "momentum" ? of(v, u) : madd(constant(rule.momentum), of(v, u), of(g, u));
      const moved = each((u) => madd(rate, step(u), of(weight, u)));
      store(first, v);
      store(offset, moved);
      break;
    }
    case "rmsprop": {
      const v = decayingSquares(load(first));
      const step = (u: number): Value =>
        vec.div(of(g, u), vec.add(vec.sqrt(of(v, u)), constant(rule.epsilon)));
      const moved = each((u) => madd(rate, step(u), of(weight, u)));
      store(first, v);
      store(offset, moved);
      break;
    }
    case "adam":
    case "adamw": {
      const before = load(first);
      const squares = load(second);
      const m = each((u) =>
        flushed(f, madd(constant(rule.beta1), of(before, u), vec.mul(constant(1 - rule.beta1), of(g, u)))),
      );
      const v = decayingSquares(squares);
      const correction = hyper(f, rule.hyper, "root_correction");
      const stepSize = hyper(f, rule.hyper, "minus_step_size");
      const moved = each((u) => {
        const root = madd(vec.sqrt(of(v, u)), correction, constant(rule.epsilon));
        const shrunk = decoupled ? vec.mul(of(weight, u), shrinkage(f, rule)) : of(weight, u);
        return madd(stepSize, vec.div(of(m, u), root), shrunk);
      });
      store(first, m);
      store(second, v);
      store(offset, moved);
      break;
    }
    default:
      rule.optimizer satisfies never;
  }
  f.release(...kept);
}

/** 2⁻¹²⁶: smaller f32 are subnormal. */
const SMALLEST_NORMAL = 1.1754943508222875e-38;

/**
 * A moment, or 0 where it is below 2⁻¹²⁶: the moments of a unit without gradient fall to subnormal numbers, where
 * rounding keeps them for ever, and many processors take a hundred times as long for each. NaN stays NaN.
 */
function flushed(f: FunctionBuilder, moment: Value): Value {
  const value = f.let(moment);
  f.release(value);
  return vec.andNot(value, vec.lt(vec.abs(value), f.constant("f32 2^-126", vec.const(SMALLEST_NORMAL))));
}

/** 1 − lr · decay. */
function shrinkage(f: FunctionBuilder, rule: UpdateRule): Value {
  if (!rule.decaysApart) return hyper(f, rule.hyper, "decay");
  const rate = hyper(f, rule.hyper, "minus_rate");
  return vec.add(vec.const(1), vec.mul(rate, vec.const(rule.weight_decay)));
}
