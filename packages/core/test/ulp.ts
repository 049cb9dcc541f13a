const f32 = new Float32Array(1);
const bits = new Int32Array(f32.buffer);

/** Distance of a computed f32 from the true value, in units of the last place of the true value. */
export function ulpError(got: number, want: number): number {
  if (Number.isNaN(want) || Number.isNaN(got))
    return Number.isNaN(want) === Number.isNaN(got) ? 0 : Number.POSITIVE_INFINITY;
  const rounded = Math.fround(want);
  if (!Number.isFinite(rounded)) return got === rounded ? 0 : Number.POSITIVE_INFINITY;
  if (got === rounded) return 0;
  f32[0] = Math.abs(want);
  const exponent = Math.max(((bits[0] ?? 0) >>> 23) - 127, -126);
  return Math.abs(got - want) / 2 ** (exponent - 23);
}

/** Every `stride`-th f32 by bit pattern, both signs, with zeros, infinities and NaN. */
export function floats(stride: number, keep: (x: number) => boolean = () => true): Float32Array {
  const out: number[] = [0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN].filter(keep);
  for (let b = 1; b < 0x7f800000; b += stride) {
    bits[0] = b;
    const x = f32[0] as number;
    if (keep(x)) out.push(x);
    if (keep(-x)) out.push(-x);
  }
  return Float32Array.from(out);
}
