import type { Numerics, Optimizer } from "../trial/spec.js";
import type { FunctionBuilder } from "../wasm/function.js";
import { i32 } from "../wasm/scalar.js";
import type { Value } from "../wasm/value.js";
import { type Madd, maddOf, vec } from "../wasm/vector.js";

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
 * Writes the update of four weights at `address + offset` by their gradient `g`. Formulas are PyTorch's:
 * weight decay is added to the gradient, but for adamw, where the weight shrinks by 1 − lr · decay.
 */
export function update(
  f: FunctionBuilder,
  rule: UpdateRule,
  address: Value,
  offset: number,
  gradient: Value,
): void {
  if (rule.deferTo !== undefined) {
    f.store(address, gradient, offset + rule.deferTo);
    return;
  }
  const madd: Madd = maddOf(rule.numerics);
  const constant = (value: number): Value => f.constant(`f32 ${value}`, vec.const(value));
  const rate = hyper(f, rule.hyper, "minus_rate");
  const weight = f.let(vec.load(address, offset));
  const decoupled = rule.optimizer === "adamw";
  const g = f.let(
    rule.weight_decay > 0 && !decoupled ? madd(constant(rule.weight_decay), weight, gradient) : gradient,
  );
  const first = offset + rule.stateBytes;
  const second = first + rule.stateBytes;
  const kept = [weight, g];
  const store = (value: Value, at = offset): void => f.store(address, value, at);
  switch (rule.optimizer) {
    case "sgd":
      store(madd(rate, g, weight));
      break;
    case "momentum":
    case "nesterov": {
      const v = f.let(madd(constant(rule.momentum), vec.load(address, first), g));
      kept.push(v);
      store(v, first);
      store(madd(rate, rule.optimizer === "momentum" ? v : madd(constant(rule.momentum), v, g), weight));
      break;
    }
    case "rmsprop": {
      const v = f.let(
        madd(
          constant(rule.beta2),
          vec.load(address, first),
          vec.mul(constant(1 - rule.beta2), vec.mul(g, g)),
        ),
      );
      kept.push(v);
      store(v, first);
      store(madd(rate, vec.div(g, vec.add(vec.sqrt(v), constant(rule.epsilon))), weight));
      break;
    }
    case "adam":
    case "adamw": {
      const m = f.let(
        madd(constant(rule.beta1), vec.load(address, first), vec.mul(constant(1 - rule.beta1), g)),
      );
      const v = f.let(
        madd(
          constant(rule.beta2),
          vec.load(address, second),
          vec.mul(constant(1 - rule.beta2), vec.mul(g, g)),
        ),
      );
      kept.push(m, v);
      store(m, first);
      store(v, second);
      const root = madd(vec.sqrt(v), hyper(f, rule.hyper, "root_correction"), constant(rule.epsilon));
      const shrunk = decoupled ? vec.mul(weight, shrinkage(f, rule)) : weight;
      store(madd(hyper(f, rule.hyper, "minus_step_size"), vec.div(m, root), shrunk));
      break;
    }
    default:
      rule.optimizer satisfies never;
  }
  f.release(...kept);
}

/** 1 − lr · decay. */
function shrinkage(f: FunctionBuilder, rule: UpdateRule): Value {
  if (!rule.decaysApart) return hyper(f, rule.hyper, "decay");
  const rate = hyper(f, rule.hyper, "minus_rate");
  return vec.add(vec.const(1), vec.mul(rate, vec.const(rule.weight_decay)));
}
