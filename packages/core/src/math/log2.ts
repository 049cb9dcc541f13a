import { logNearOne, splitPower } from "./log.js";

const ONE_OVER_LN2 = 1.4426950408889634;
const ONE_OVER_LN10 = 0.4342944819032518;
/** log₁₀ 2 to 32 bits, so that k times it is exact, and the rest. */
const LOG10_2_HIGH = 0.3010299955494702;
const LOG10_2_LOW = 1.1451100898021838e-10;

/** Logarithm to base 2, exact at powers of 2; error below 3 ULP. */
export function log2(x: number): number {
  const split = splitPower(x);
  return typeof split === "number" ? split : split.k + ONE_OVER_LN2 * logNearOne(split.f, 0);
}

/** Logarithm to base 10, exact at powers of 10; error below 3 ULP. */
export function log10(x: number): number {
  const split = splitPower(x);
  if (typeof split === "number") return split;
  const { k, f } = split;
  return k * LOG10_2_HIGH + (k * LOG10_2_LOW + ONE_OVER_LN10 * logNearOne(f, 0));
}
