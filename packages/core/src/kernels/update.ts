import type { Numerics, TrainSpec } from "../contract/spec.js";
import type { Arithmetic, OptimizerSettings } from "../optimizer/optimizer.js";
import { type Optimizer, optimizerOf, placeOf } from "../optimizer/optimizers.js";
import type { FunctionBuilder, Local } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { type Madd, maddOf, vec } from "../wasm/vector.js";
import { storePairs } from "./store-pairs.js";

export interface UpdateRule extends OptimizerSettings {
  readonly optimizer: Optimizer;
  readonly weight_decay: number;
  /** `weight_decay` is not the one that the host's `decay` is made of. */
  readonly decaysApart?: true;
  readonly numerics: Numerics;
  /** Where `STEP_NUMBERS` lie. */
  readonly hyper: number;
  /** Bytes from a weight to its first and second moments. */
  readonly stateBytes: number;
  /**
   * Bytes from a weight to where its gradient is only stored, for an update that waits for the whole
   * gradient.
   */
  readonly deferTo?: number;
}

/** The rule with its own weight decay, if there is one. */
export function decayingBy(rule: UpdateRule, weight_decay: number | undefined): UpdateRule {
  return weight_decay === undefined || weight_decay === rule.weight_decay
    ? rule
    : { ...rule, weight_decay, decaysApart: true };
}

/** The rule of biases, gains and trained parameters, derived from the rule of weights. */
export function ruleBesideWeights(rule: UpdateRule, decay: TrainSpec["decay"]): UpdateRule {
  return decay === "weights" ? decayingBy(rule, 0) : rule;
}

/** A number of `STEP_NUMBERS`, splat, loaded once a function. */
function stepNumber(f: FunctionBuilder, base: number, name: string): Value {
  return f.constant(`step ${name}`, vec.loadSplat(i32.const(base + placeOf(name) * 4)));
}

/**
 * Writes the update of the weights at `address + offset`, four a vector, by their gradients: one vector after
 * another. Formulas are the optimizers' entries; weight decay is added to the gradient, but for decoupled
 * ones, where the weight first shrinks by 1 − lr · decay. Vectors go in pairs, all loads of a pair before its
 * stores, as engines that join them need it.
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
  const entry = optimizerOf(rule.optimizer);
  const { arithmetic, each, release } = pairArithmetic(f, rule.numerics, gradients.length);
  const load = (at: number): Pair => each((u) => vec.load(address, at + u * 16));
  const at = (state: number): number => offset + state * rule.stateBytes;
  const weight = load(offset);
  const { weight_decay } = rule;
  const updated = entry.update<Pair>(
    arithmetic,
    {
      weight: entry.decoupled ? each((u) => vec.mul(of(weight, u), shrinkage(f, rule))) : weight,
      gradient:
        weight_decay > 0 && !entry.decoupled
          ? arithmetic.madd(arithmetic.constant(weight_decay), weight, gradients)
          : gradients,
      states: Array.from({ length: entry.states }, (_, state) => load(at(state + 1))),
      number: (name) => gradients.map(() => stepNumber(f, rule.hyper, name)),
      keep: (state) => each((u) => flushed(f, of(state, u))),
    },
    rule,
  );
  updated.states.forEach((state, i) => {
    storePairs(f, address, at(i + 1), state);
  });
  storePairs(f, address, offset, updated.weight);
  release();
}

/** One or two vectors, worked through side by side. */
type Pair = readonly Value[];

const of = (pair: Pair, u: number): Value => pair[u] as Value;

/** Operations on vectors side by side, each result in a separate local until `release`. */
function pairArithmetic(f: FunctionBuilder, numerics: Numerics, width: number) {
  const madd: Madd = maddOf(numerics);
  const kept: Local[] = [];
  const each = (op: (u: number) => Value): Pair => {
    const locals = Array.from({ length: width }, (_, u) => f.let(op(u)));
    kept.push(...locals);
    return locals;
  };
  const arithmetic: Arithmetic<Pair> = {
    add: (a, b) => each((u) => vec.add(of(a, u), of(b, u))),
    mul: (a, b) => each((u) => vec.mul(of(a, u), of(b, u))),
    div: (a, b) => each((u) => vec.div(of(a, u), of(b, u))),
    sqrt: (a) => each((u) => vec.sqrt(of(a, u))),
    madd: (a, b, c) => each((u) => madd(of(a, u), of(b, u), of(c, u))),
    constant: (value) => {
      const local = f.constant(`f32 ${value}`, vec.const(value));
      return Array.from({ length: width }, () => local);
    },
  };
  return { arithmetic, each, release: () => f.release(...kept) };
}

/** 2⁻¹²⁶: smaller f32 are subnormal. */
const MIN_NORMAL = 1.1754943508222875e-38;

/**
 * A moment, or 0 where it is below 2⁻¹²⁶: the moments of a unit without gradient fall to subnormal numbers,
 * where rounding keeps them for ever, and many processors take a hundred times as long for each. NaN stays
 * NaN.
 */
function flushed(f: FunctionBuilder, moment: Value): Value {
  const value = f.let(moment);
  f.release(value);
  return vec.andNot(value, vec.lt(vec.abs(value), f.constant("f32 2^-126", vec.const(MIN_NORMAL))));
}

/** 1 − lr · decay. */
function shrinkage(f: FunctionBuilder, rule: UpdateRule): Value {
  if (!rule.decaysApart) return stepNumber(f, rule.hyper, "decay");
  const rate = stepNumber(f, rule.hyper, "minus_rate");
  return vec.add(vec.const(1), vec.mul(rate, vec.const(rule.weight_decay)));
}
