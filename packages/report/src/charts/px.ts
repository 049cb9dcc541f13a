/** A coordinate to a tenth of a pixel: what eyes can tell, in few bytes, the same on every machine. */
export function px(value: number): number {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) ? 0 : rounded;
}
