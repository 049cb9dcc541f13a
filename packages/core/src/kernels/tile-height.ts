import type { Numerics } from "../contract/spec.js";

/** Vector registers that V8 hands out on x86; the sixteenth is its own. */
const REGISTERS = 15;
/** No tile is taller: enough independent sums to hide the latency of a multiply-add. */
const TALLEST = 6;

/**
 * Rows of a register tile that spans `width` registers of columns, so that nothing spills: a sum for each row
 * and register, the registers of the right operand, one broadcast of the left, and without fused
 * multiply-adds one product. A register holds one vector, or two where the engine joins pairs.
 */
export function tileHeight(width: 1 | 2, numerics: Numerics): number {
  const others = width + 1 + (numerics === "strict" ? 1 : 0);
  return Math.min(TALLEST, Math.floor((REGISTERS - others) / width));
}
