/**
 * Philox4x32-10 (Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3"): a counter-based
 * generator. Four 32-bit words from a 64-bit key and a 128-bit counter, written to `out[0..3]`.
 */
export function philox(
  key: readonly [number, number],
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  out: Uint32Array,
): void {
  let k0 = key[0];
  let k1 = key[1];
  let x0 = c0;
  let x1 = c1;
  let x2 = c2;
  let x3 = c3;
  for (let round = 0; round < 10; round++) {
    const hi0 = mulHigh(0xd2511f53, x0);
    const lo0 = Math.imul(0xd2511f53, x0);
    const hi1 = mulHigh(0xcd9e8d57, x2);
    const lo1 = Math.imul(0xcd9e8d57, x2);
    x0 = hi1 ^ x1 ^ k0;
    x1 = lo1;
    x2 = hi0 ^ x3 ^ k1;
    x3 = lo0;
    k0 = (k0 + 0x9e3779b9) | 0;
    k1 = (k1 + 0xbb67ae85) | 0;
  }
  out[0] = x0;
  out[1] = x1;
  out[2] = x2;
  out[3] = x3;
}

/** The high 32 bits of an unsigned 32 × 32 bit product, by 16-bit halves whose partial sums fit 32 bits. */
function mulHigh(a: number, b: number): number {
  const al = a & 0xffff;
  const ah = a >>> 16;
  const bl = b & 0xffff;
  const bh = b >>> 16;
  const middle = (Math.imul(ah, bl) + (Math.imul(al, bl) >>> 16)) | 0;
  const other = (Math.imul(al, bh) + (middle & 0xffff)) | 0;
  return (Math.imul(ah, bh) + (middle >>> 16) + (other >>> 16)) | 0;
}
