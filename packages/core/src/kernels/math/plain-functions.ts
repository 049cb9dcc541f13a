import type { UnaryOp } from "../../formula/expr.js";
import { vec } from "../../wasm/vector.js";
import type { Lanes, LaneWriter } from "../lanes.js";
import { acosh, asinh, atanh } from "./asinh.js";
import { atan } from "./atan.js";
import { erfc } from "./erfc.js";
import { log, log1p } from "./log.js";
import { logOfBase } from "./log2.js";
import { sine, tan } from "./sin.js";

type VectorCode = (w: LaneWriter, u: Lanes) => Lanes;

const instruction =
  (op: (typeof vec)["abs"]): VectorCode =>
  (w, u) =>
    w.each(op, u);

/** The operators of one operand that share no part with another's code. */
export const PLAIN_FUNCTIONS = {
  abs: instruction(vec.abs),
  floor: instruction(vec.floor),
  ceil: instruction(vec.ceil),
  round: instruction(vec.nearest),
  sqrt: instruction(vec.sqrt),
  log,
  log1p,
  log2: (w, u) => logOfBase(w, u, 2),
  log10: (w, u) => logOfBase(w, u, 10),
  sin: (w, u) => sine(w, u, "sin"),
  cos: (w, u) => sine(w, u, "cos"),
  tan,
  erfc,
  atan,
  asinh,
  acosh,
  atanh,
} satisfies Readonly<Partial<Record<UnaryOp, VectorCode>>>;

/** Whether an operator stands in `PLAIN_FUNCTIONS`. */
export function isPlain(op: UnaryOp): op is keyof typeof PLAIN_FUNCTIONS {
  return Object.hasOwn(PLAIN_FUNCTIONS, op);
}
