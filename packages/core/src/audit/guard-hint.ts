/** What to do where a formula gives NaN. */
export const GUARD_HINT =
  "guard it with where, max or clamp, or write it with softplus, sigmoid, expm1, log1p";
/** What to do about a pole. */
export const POLE_HINT =
  "keep divisors and arguments of logarithms and roots away from 0: 1 + abs(u), u^2 + 1, max(u, 0.01)";
