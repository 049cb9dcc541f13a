import { binomialTail } from "./binomial-tail.js";

/**
 * One-sided sign test: the probability of so many values above `bound` or more, were its median there; values equal
 * to it are left out (Arbuthnott 1710; Conover 1999, "Practical Nonparametric Statistics", §3.4).
 */
export function signTest(values: readonly number[], bound: number): number {
  const above = values.filter((value) => value > bound).length;
  const below = values.filter((value) => value < bound).length;
  return binomialTail(above, above + below, 0.5);
}
