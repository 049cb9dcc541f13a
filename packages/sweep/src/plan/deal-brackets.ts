import type { EarlyTermination } from "./early-termination.js";

/**
 * The bracket of each point, by point number: points are dealt in their order, each to the bracket that lags
 * most behind its share, so that further points move none. Shares are Hyperband's (Li et al. 2018,
 * arXiv:1603.06560): a bracket of s rungs gets points in proportion to η^s / (s + 1).
 */
export function dealBrackets(points: number, { eta, brackets }: EarlyTermination): readonly number[] {
  const weights = brackets.map((rungs) => rungs.reduce((weight) => weight * eta, 1 / (rungs.length + 1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const dealt = brackets.map(() => 0);
  return Array.from({ length: points }, (_, i) => {
    const lags = weights.map((weight, b) => (weight / total) * (i + 1) - (dealt[b] ?? 0));
    const most = lags.reduce((bracket, lag, b) => (lag > (lags[bracket] ?? 0) ? b : bracket), 0);
    dealt[most] = (dealt[most] ?? 0) + 1;
    return most;
  });
}
