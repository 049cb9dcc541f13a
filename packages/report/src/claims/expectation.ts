import { goodDirection } from "../metrics/good-direction.js";
import type { MetricName } from "../metrics/metric-name.js";

/** What a claim expects of a difference: its sign, or that there is none. */
export interface Expectation {
  readonly direction: 1 | -1 | 0;
  /** What the value or difference is held against. */
  readonly bound?: number;
}

/** Reads a claim's `expect`; undefined for a text that is none. */
export function expectationOf(expect: string, metric: MetricName): Expectation | undefined {
  switch (expect) {
    case "better":
      return { direction: goodDirection(metric) };
    case "worse":
      return { direction: goodDirection(metric) === 1 ? -1 : 1 };
    case "higher":
      return { direction: 1 };
    case "lower":
      return { direction: -1 };
    case "equivalent":
      return { direction: 0 };
  }
  const [, sign, digits] = /^\s*([<>])=?\s*([-+.\deE]+)\s*$/.exec(expect) ?? [];
  const bound = Number(digits);
  if (sign === undefined || !Number.isFinite(bound)) return undefined;
  return { direction: sign === "<" ? -1 : 1, bound };
}
