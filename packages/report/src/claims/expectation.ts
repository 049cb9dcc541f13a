import type { Interval } from "../stats/interval.js";

/** What a claim expects of a difference: on which side of a number it lies, or that there is none. */
export interface Expectation {
  readonly direction: 1 | -1 | 0;
  /** What the value or difference is held against. */
  readonly bound?: number;
  /** The difference may lie on the other side by as much as the margin: `not_worse`. */
  readonly tolerant?: boolean;
}

/**
 * Reads a claim's `expect`, `good` being 1 where more of its metric is better; undefined for a text that is
 * none.
 */
export function expectationOf(expect: string, good: 1 | -1): Expectation | undefined {
  switch (expect) {
    case "better":
      return { direction: good };
    case "worse":
      return { direction: good === 1 ? -1 : 1 };
    case "not_worse":
      return { direction: good, tolerant: true };
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

/**
 * The differences on neither side of what is expected: beyond them the claim is decided. With a margin m a
 * larger value is one above m, `not_worse` one above −m, and `equivalent` fails outside of ± m.
 */
export function undecidedDifferences({ direction, tolerant }: Expectation, margin = 0): Interval {
  if (direction === 0) return { low: -margin, high: margin };
  const at = margin === 0 ? 0 : (tolerant ? -1 : 1) * direction * margin;
  return { low: at, high: at };
}
