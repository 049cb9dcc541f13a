/** Largest distance of neighboring f32, relative to their size. */
const UNIT = 1.1920928955078125e-7;
/** What vector code may add: units in the last place of the true value. */
const STATED_ULP = 8;
/** The same, absolutely, where a formula's terms cancel: gelu left of −2, silu's slope around its minimum. */
const STATED_ABSOLUTE = 2 * UNIT;

/** The error that vector code may have at a value. */
export function statedError(value: number): number {
  return STATED_ULP * Math.abs(value) * UNIT + STATED_ABSOLUTE;
}

/** What two units in the last place of x do through the slope: no f32 code can know x better. */
export function carriedError(slope: number, x: number): number {
  return Number.isFinite(slope) ? Math.abs(slope * x) * 2 * UNIT : 0;
}
