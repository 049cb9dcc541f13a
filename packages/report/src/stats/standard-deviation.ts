import { mean } from "./mean.js";

/** Sample standard deviation, √(Σ(x − x̄)² / (n − 1)); undefined below two values. */
export function standardDeviation(values: readonly number[]): number | undefined {
  const center = mean(values);
  if (center === undefined || values.length < 2) return undefined;
  let squares = 0;
  for (const value of values) squares += (value - center) * (value - center);
  return Math.sqrt(squares / (values.length - 1));
}
