/** What to do where a formula gives NaN. */
export const GUARD_HINT = "guard it with where, max or clamp, or write it by softplus, sigmoid, expm1, log1p";
