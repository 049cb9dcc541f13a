import { log, logNearOne } from "./log.js";

/** log(1 + x), exact near 0; error below 2 ULP. */
export function log1p(x: number): number {
  if (x === 0) return x;
  if (x > -0.29 && x < 0.41) return logNearOne(x, 0);
  if (!(x > -1) || x > 9007199254740992)
    return x === -1 ? Number.NEGATIVE_INFINITY : log(x > -1 ? x : Number.NaN);
  const u = 1 + x;
  // What rounding 1 + x lost, brought back to first order.
  const lost = x > 1 ? 1 - (u - x) : x - (u - 1);
  return log(u) + lost / u;
}
