import type { Numerics } from "../trial/spec.js";

/** Vector registers that V8 hands out on x86; the sixteenth is its own. */
const REGISTERS = 15;
/** No tile is taller: enough independent sums to hide the latency of a multiply-add. */
const TALLEST = 6;

/**
 * Rows of a register tile of `vectors` columns, so that nothing spills: a sum for each row and vector, the vectors of the
 * right operand, one broadcast of the left, and without fused multiply-adds one product.
 */
export function tileHeight(vectors: 1 | 2 | 3, numerics: Numerics): number {
  const others = vectors + 1 + (numerics === "strict" ? 1 : 0);
  return Math.min(TALLEST, Math.floor((REGISTERS - others) / vectors));
}
