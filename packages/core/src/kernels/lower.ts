import type { BinaryOp, Expr, UnaryOp } from "../formula/expr.js";
import type { Value } from "../wasm/value.js";
import { vec } from "../wasm/vector.js";
import type { Lanes, LaneWriter } from "./lanes.js";
import { erf, onePlusErf } from "./math/erf.js";
import { type ExpDomain, type ExpParts, exp, expm1, expParts } from "./math/exp.js";
import { isPlain, PLAIN_FUNCTIONS } from "./math/plain-functions.js";
import { pow } from "./math/pow.js";
import { sigmoid, softplus, tanh } from "./math/sigmoid.js";
import { cosh, sinh } from "./math/sinh.js";

/** Where a formula's variables come from: `x`, `x1`, … and `$name` for trained parameters. */
export type Variables = ReadonlyMap<string, Lanes>;

/** Thrown for a variable that a kernel does not hold; names it. */
export class LoweringError extends Error {
  readonly code = "no_kernel";
}

/**
 * Lowers formula trees to vector code. Common subexpressions, within a tree and between trees lowered by the
 * same instance (a value and its slope), are computed once; so are shared parts of exp, sigmoid, tanh, erf.
 */
export class Lowering {
  private readonly done = new Map<string, Lanes>();

  constructor(
    private readonly w: LaneWriter,
    private readonly variables: Variables,
  ) {}

  /** The value of a tree, in every lane. */
  value(tree: Expr): Lanes {
    if (typeof tree === "number") return this.w.constant(tree);
    if (typeof tree === "string") {
      const known = this.variables.get(tree);
      if (!known) throw new LoweringError(`the formula reads ${tree}, which this kernel does not hold`);
      return known;
    }
    return this.once(JSON.stringify(tree), () => this.compute(tree));
  }

  /** A tree as a mask: all ones where it is not 0. */
  mask(tree: Expr): Lanes {
    return this.once(`mask ${JSON.stringify(tree)}`, () => {
      if (typeof tree !== "number" && typeof tree !== "string") {
        switch (tree[0]) {
          case "lt":
          case "le":
          case "gt":
          case "ge":
          case "eq":
          case "ne":
            return this.w.each(vec[tree[0]], this.value(tree[1]), this.value(tree[2]));
          case "and":
          case "or":
            return this.w.each(vec[tree[0]], this.mask(tree[1]), this.mask(tree[2]));
          case "not":
            return this.w.each(vec.not, this.mask(tree[1]));
          default:
        }
      }
      return this.w.each(vec.ne, this.value(tree), this.w.constant(0));
    });
  }

  private once(key: string, compute: () => Lanes): Lanes {
    const known = this.done.get(key);
    if (known) return known;
    const lanes = compute();
    this.done.set(key, lanes);
    return lanes;
  }

  private compute(tree: Exclude<Expr, number | string>): Lanes {
    if (tree[0] === "where")
      return this.w.each(vec.select, this.mask(tree[1]), this.value(tree[2]), this.value(tree[3]));
    if (tree[0] === "clamp") return this.value(["min", ["max", tree[1], tree[2]], tree[3]]);
    if (tree.length === 3) return this.binary(tree[0], tree[1], tree[2]);
    return this.unary(tree[0], tree[1]);
  }

  private binary(op: BinaryOp, a: Expr, b: Expr): Lanes {
    const { w } = this;
    const direct = (instruction: (a: Value, b: Value) => Value): Lanes =>
      w.each(instruction, this.value(a), this.value(b));
    switch (op) {
      case "add":
        return this.sum(a, b);
      case "sub":
        return isProduct(b) && typeof b !== "string" && typeof b !== "number"
          ? w.madd(w.each(vec.neg, this.value(b[1])), this.value(b[2] as Expr), this.value(a))
          : direct(vec.sub);
      case "mul":
        return direct(vec.mul);
      case "div":
        return direct(vec.div);
      case "min":
      case "max":
        return this.extreme(op, a, b);
      case "pow":
        return this.power(a, b);
      case "lt":
      case "le":
      case "gt":
      case "ge":
      case "eq":
      case "ne":
      case "and":
      case "or":
        return this.asNumber([op, a, b]);
      default:
        return op satisfies never;
    }
  }

  private asNumber(tree: Expr): Lanes {
    return this.w.each(vec.and, this.mask(tree), this.w.constant(1));
  }

  private sum(a: Expr, b: Expr): Lanes {
    const { w } = this;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      if (one === 1 && Array.isArray(other) && other[0] === "erf") {
        const u = other[1] as Expr;
        return onePlusErf(w, this.value(u), this.gaussian(u));
      }
    }
    for (const [product, addend] of [
      [a, b],
      [b, a],
    ] as const)
      if (isProduct(product) && typeof product !== "string" && typeof product !== "number")
        return w.madd(this.value(product[1]), this.value(product[2] as Expr), this.value(addend));
    return w.each(vec.add, this.value(a), this.value(b));
  }

  /** min and max keep a NaN of either side; with a constant, one fast instruction does. */
  private extreme(op: "min" | "max", a: Expr, b: Expr): Lanes {
    const fast = op === "min" ? vec.pmin : vec.pmax;
    if (typeof b === "number") return this.w.each(fast, this.value(a), this.value(b));
    if (typeof a === "number") return this.w.each(fast, this.value(b), this.value(a));
    return this.w.each(vec[op], this.value(a), this.value(b));
  }

  /**
   * Small whole exponents by multiplication, ½ by the square root; a negative base has whole exponents only.
   */
  private power(base: Expr, exponent: Expr): Lanes {
    const { w } = this;
    const u = this.value(base);
    if (exponent === 0.5) return w.each(vec.sqrt, u);
    if (typeof exponent !== "number" || !Number.isInteger(exponent)) return pow(w, u, this.value(exponent));
    switch (exponent) {
      case 0:
        return w.constant(1);
      case 1:
        return u;
      case 2:
        return w.each(vec.mul, u, u);
      case 3:
        return w.each((u) => vec.mul(vec.mul(u, u), u), u);
      case -1:
        return w.each(vec.div, w.constant(1), u);
      default: {
        const size = pow(w, w.each(vec.abs, u), this.value(exponent));
        if (exponent % 2 === 0) return size;
        return w.each((size, u, sign) => vec.or(size, vec.and(u, sign)), size, u, w.constantBits(0x80000000));
      }
    }
  }

  private unary(op: UnaryOp, a: Expr): Lanes {
    const { w } = this;
    if (isPlain(op)) return PLAIN_FUNCTIONS[op](w, this.value(a));
    switch (op) {
      case "neg":
        // −|u| is one instruction.
        return Array.isArray(a) && a[0] === "abs"
          ? w.each(vec.or, this.value(a[1] as Expr), w.constantBits(0x80000000))
          : w.each(vec.neg, this.value(a));
      case "sign":
        return this.sign(a);
      case "exp":
        return exp(w, this.value(a), this.parts(a), domainOf(a));
      case "expm1":
        return expm1(w, this.value(a), this.parts(a), domainOf(a));
      case "sigmoid": {
        const [v, side] =
          Array.isArray(a) && a[0] === "neg"
            ? ([a[1] as Expr, "mirrored"] as const)
            : ([a, "plain"] as const);
        return sigmoid(w, this.value(v), this.expOfMinusAbs(v), side);
      }
      case "softplus": {
        const v = Array.isArray(a) && a[0] === "neg" ? (a[1] as Expr) : a;
        return softplus(w, this.value(a), this.expOfMinusAbs(v), this.parts(["neg", ["abs", v]]));
      }
      case "tanh":
        return tanh(w, this.value(a), this.expOfMinusAbs(["mul", 2, a]));
      case "sinh":
        return sinh(w, this.value(a), this.parts(["abs", a]));
      case "cosh":
        return cosh(w, this.value(a), this.parts(["abs", a]));
      case "erf":
        return erf(w, this.value(a), this.gaussian(a));
      case "not":
        return this.asNumber(["not", a]);
      default:
        return op satisfies never;
    }
  }

  /** −1, 0 or 1; NaN stays NaN. */
  private sign(a: Expr): Lanes {
    const { w } = this;
    return w.each(
      (v, zero, one, signBit) =>
        vec.select(vec.or(vec.lt(v, zero), vec.gt(v, zero)), vec.or(vec.and(v, signBit), one), v),
      this.value(a),
      w.constant(0),
      w.constant(1),
      w.constantBits(0x80000000),
    );
  }

  private readonly partsOf = new Map<string, ExpParts>();

  private parts(u: Expr): ExpParts {
    const key = JSON.stringify(u);
    const known = this.partsOf.get(key);
    if (known) return known;
    const parts = expParts(this.w, this.value(u));
    this.partsOf.set(key, parts);
    return parts;
  }

  /** e^−|v|, the part that sigmoid, softplus and tanh of v and −v share. */
  private expOfMinusAbs(v: Expr): Lanes {
    return this.value(["exp", ["neg", ["abs", v]]]);
  }

  /** e^(−u²): the same vectors as the formula's own `exp(−u·u)`; for u = x·√½ also those of exp(−x²/2). */
  private gaussian(u: Expr): Lanes {
    return this.value(["exp", ["neg", ["mul", u, u]]]);
  }
}

function isProduct(tree: Expr): boolean {
  return Array.isArray(tree) && tree[0] === "mul";
}

/** Whether a tree is visibly never above 0. */
function domainOf(tree: Expr): ExpDomain {
  if (typeof tree === "number") return tree <= 0 ? "nonpositive" : "any";
  if (typeof tree === "string") return "any";
  if (tree[0] === "neg") return isNonnegative(tree[1]) ? "nonpositive" : "any";
  if (tree[0] === "min")
    return tree.slice(1).some((side) => typeof side === "number" && side <= 0) ? "nonpositive" : "any";
  if (tree[0] === "mul") {
    const [, a, b] = tree;
    if (typeof a === "number" && a <= 0 && isNonnegative(b)) return "nonpositive";
    if (typeof b === "number" && b <= 0 && isNonnegative(a)) return "nonpositive";
  }
  return "any";
}

function isNonnegative(tree: Expr): boolean {
  if (typeof tree === "number") return tree >= 0;
  if (typeof tree === "string") return false;
  if (tree[0] === "abs") return true;
  if (tree[0] === "pow") return tree[2] === 2;
  if (tree[0] === "mul") {
    const [, a, b] = tree;
    return JSON.stringify(a) === JSON.stringify(b) || (isNonnegative(a) && isNonnegative(b));
  }
  return false;
}
