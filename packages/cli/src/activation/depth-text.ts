import type { ActivationCard } from "@actbench/core/internal";

/** How far a signal gets, as a sentence. */
export function depthText({ depth, varianceSlope }: Pick<ActivationCard, "depth" | "varianceSlope">): string {
  const stability =
    Math.abs(varianceSlope - 1) < 1e-6 ? "neutral" : varianceSlope < 1 ? "stable" : "unstable";
  switch (depth.fate) {
    case "dies":
      return `${stability}: a signal of half the variance is below 1/1000 after ${depth.layers} layers`;
    case "recovers":
      return `${stability}: a signal of half the variance is back within 1 % after ${depth.layers} layers`;
    case "settles":
      return `${stability}: a signal of half the variance settles at q = ${depth.q.toPrecision(4)}`;
    case "stays":
      return `${stability}: a signal of half the variance stays as it is`;
    default:
      return depth satisfies never;
  }
}
