import { unaryFunctions } from "../apply.js";
import type { Expr, UnaryOp } from "../expr.js";
import { between, down, type Enclosure, negated, signOf, up } from "./enclosure.js";

/** What a proof over intervals knows of a function of one operand. */
export interface FunctionRule {
  /** Encloses its values; undefined where it is not defined for all of the operand's. */
  readonly enclose: (u: Enclosure) => Enclosure | undefined;
  /** Where it is 0: nowhere, exactly where its operand is 0, or at other places too. */
  readonly zeros: "never" | "operand" | "other";
  /**
   * It has branch points where one of these is 0: an equation that holds on one side of it need not on the
   * other. Poles are none. `steps`: it jumps at places that are not listed.
   */
  readonly branches: "nowhere" | "steps" | ((u: Expr) => readonly Expr[]);
}

/** Several times the stated error of the functions in `math/`. */
const ULPS = 8;
const INF = Number.POSITIVE_INFINITY;
const TAU = 6.283185307179586;
const HALF_PI = 1.5707963267948966;
/** Beyond, the phase of an angle is not asked for. */
const PERIODIC_REACH = 1e6;
const SLACK = 1e-6;

/** Every function of one operand. A further one is added here, or the table does not compile. */
export const FUNCTION_RULES: Readonly<Record<UnaryOp, FunctionRule>> = {
  neg: rule(negated, "operand"),
  abs: rule(
    ({ low, high, zero }) => between(low > 0 ? low : high < 0 ? -high : 0, Math.max(-low, high), zero),
    "operand",
  ),
  sign: rule(signs, "operand"),
  floor: steps("floor"),
  ceil: steps("ceil"),
  round: steps("round"),
  exp: rule(increasing("exp", { low: 0 }), "never"),
  expm1: signed(increasing("expm1", { low: -1 })),
  log: rule(above(0, increasing("log")), "other", (u) => [u]),
  log1p: signed(above(-1, increasing("log1p")), (u) => [["add", u, 1]]),
  log2: rule(above(0, increasing("log2")), "other", (u) => [u]),
  log10: rule(above(0, increasing("log10")), "other", (u) => [u]),
  sqrt: signed(from(0, increasing("sqrt", { low: 0 })), (u) => [u]),
  sin: rule((u) => wave("sin", u, HALF_PI), "other"),
  cos: rule((u) => wave("cos", u, 0), "other"),
  tan: rule(tangent, "other"),
  sinh: signed(increasing("sinh")),
  cosh: rule((u) => increasing("cosh", { low: 1 })(size(u)), "never"),
  tanh: signed(increasing("tanh", { low: -1, high: 1 })),
  sigmoid: rule(increasing("sigmoid", { low: 0, high: 1 }), "never"),
  softplus: rule(increasing("softplus", { low: 0 }), "never"),
  erf: signed(increasing("erf", { low: -1, high: 1 })),
  erfc: rule((u) => decreasing("erfc", { low: 0, high: 2 })(u), "never"),
  atan: signed(increasing("atan")),
  asinh: signed(increasing("asinh")),
  acosh: rule(from(1, increasing("acosh", { low: 0 })), "other", (u) => [
    ["sub", u, 1],
    ["add", u, 1],
  ]),
  atanh: signed(above(-1, below(1, increasing("atanh"))), (u) => [
    ["sub", u, 1],
    ["add", u, 1],
  ]),
  not: rule(
    (u) => (signOf(u) === 0 ? between(1, 1) : u.zero ? between(0, 1) : between(0, 0)),
    "other",
    "steps",
  ),
};

type Enclose = FunctionRule["enclose"];

function rule(
  enclose: Enclose,
  zeros: FunctionRule["zeros"],
  branches: FunctionRule["branches"] = "nowhere",
): FunctionRule {
  if (zeros === "other") return { enclose, zeros, branches };
  // What the ends say of 0 is weaker: sigmoid(−1000) is above 0, tanh of what is not 0 is not 0.
  const withZero = (u: Enclosure): Enclosure | undefined => {
    const found = enclose(u);
    return found && { ...found, zero: zeros === "operand" && u.zero };
  };
  return { enclose: withZero, zeros, branches };
}

/** A function that has the sign of its operand, which rounding outwards would lose near 0. */
function signed(enclose: Enclose, branches?: FunctionRule["branches"]): FunctionRule {
  const keepingSign = (u: Enclosure): Enclosure | undefined => {
    const found = enclose(u);
    if (found === undefined) return undefined;
    return between(
      u.low >= 0 ? Math.max(0, found.low) : found.low,
      u.high <= 0 ? Math.min(0, found.high) : found.high,
    );
  };
  return rule(keepingSign, "operand", branches);
}

interface Bounds {
  readonly low?: number;
  readonly high?: number;
}

/** An increasing function by its ends; its values lie between the bounds. */
function increasing(op: UnaryOp, { low = -INF, high = INF }: Bounds = {}): (u: Enclosure) => Enclosure {
  const f = unaryFunctions[op];
  return (u) => between(Math.max(low, down(f(u.low), ULPS)), Math.min(high, up(f(u.high), ULPS)));
}

function decreasing(op: UnaryOp, { low = -INF, high = INF }: Bounds): (u: Enclosure) => Enclosure {
  const f = unaryFunctions[op];
  return (u) => between(Math.max(low, down(f(u.high), ULPS)), Math.min(high, up(f(u.low), ULPS)));
}

/** Defined for u > low. */
function above(low: number, enclose: Enclose): Enclose {
  return (u) => (u.low > low || (u.low === low && low === 0 && !u.zero) ? enclose(u) : undefined);
}

function below(high: number, enclose: Enclose): Enclose {
  return (u) => (u.high < high ? enclose(u) : undefined);
}

/** Defined for u ≥ low. */
function from(low: number, enclose: Enclose): Enclose {
  return (u) => (u.low >= low ? enclose(u) : undefined);
}

function steps(op: "floor" | "ceil" | "round"): FunctionRule {
  const f = unaryFunctions[op];
  return rule((u) => between(f(u.low), f(u.high)), "other", "steps");
}

function signs(u: Enclosure): Enclosure {
  const known = signOf(u);
  if (known !== undefined) return between(known, known);
  return between(u.low < 0 ? -1 : 0, u.high > 0 ? 1 : 0, u.zero);
}

function size({ low, high }: Enclosure): Enclosure {
  return between(low > 0 ? low : high < 0 ? -high : 0, Math.max(-low, high));
}

/** A wave that has its crests at `crest` + 2πk and its troughs half a turn later. */
function wave(op: "sin" | "cos", u: Enclosure, crest: number): Enclosure {
  if (!near(u) || u.high - u.low >= TAU) return between(-1, 1);
  const ends = [unaryFunctions[op](u.low), unaryFunctions[op](u.high)] as const;
  return between(
    holds(u, crest + TAU / 2, TAU) ? -1 : Math.max(-1, down(Math.min(...ends), ULPS)),
    holds(u, crest, TAU) ? 1 : Math.min(1, up(Math.max(...ends), ULPS)),
  );
}

function tangent(u: Enclosure): Enclosure | undefined {
  return near(u) && u.high - u.low < TAU / 2 && !holds(u, HALF_PI, TAU / 2)
    ? increasing("tan")(u)
    : undefined;
}

const near = ({ low, high }: Enclosure): boolean => low > -PERIODIC_REACH && high < PERIODIC_REACH;

/** Whether one of the points phase + k · period may lie among the values. */
function holds({ low, high }: Enclosure, phase: number, period: number): boolean {
  const first = phase + Math.ceil((low - SLACK - phase) / period) * period;
  return first <= high + SLACK;
}
