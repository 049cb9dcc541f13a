const f32 = new Float32Array(1);
const bits = new Int32Array(f32.buffer);

const LARGEST = 3.4028234663852886e38;

/**
 * Distance of a computed f32 from the true value, in units of the last place of the true value; infinity
 * stands at 2¹²⁸.
 */
export function ulpError(got: number, want: number): number {
  if (Number.isNaN(want) || Number.isNaN(got))
    return Number.isNaN(want) === Number.isNaN(got) ? 0 : Number.POSITIVE_INFINITY;
  if (got === Math.fround(want)) return 0;
  f32[0] = Math.min(Math.abs(want), LARGEST);
  const exponent = Math.max(((bits[0] ?? 0) >>> 23) - 127, -126);
  const placed = Number.isFinite(got) ? got : Math.sign(got) * 2 ** 128;
  return Math.abs(placed - want) / 2 ** (exponent - 23);
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
