/** From here on every f64 is whole. */
const WHOLE = 4503599627370496;

/** The nearest whole number, halves to the even one, as in IEEE 754 and PyTorch; keeps the sign of zero. */
export function round(x: number): number {
  const size = Math.abs(x);
  if (!(size < WHOLE)) return x;
  const value = size + WHOLE - WHOLE;
  return x < 0 || Object.is(x, -0) ? -value : value;
}
