import { binomialTail } from "./binomial-tail.js";

/**
 * One-sided sign test: the probability of at least as many values above `bound` if the median were `bound`;
 * values equal to it are left out (Arbuthnott 1710; Conover 1999, "Practical Nonparametric Statistics",
 * §3.4).
 */
export function signTest(values: readonly number[], bound: number): number {
  const above = values.filter((value) => value > bound).length;
  const below = values.filter((value) => value < bound).length;
  return binomialTail(above, above + below, 0.5);
}
