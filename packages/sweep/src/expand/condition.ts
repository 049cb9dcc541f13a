import type { Json } from "@actbench/core/internal";

/** A condition over a point's settings, from `constraints` or a `when`. */
export interface Condition {
  readonly text: string;
  /** The settings it names, by full name; `activation.alpha` for a parameter of an activation. */
  readonly names: readonly string[];
  /** Whether it holds; where a name has no value, it does. Returns a text where values cannot be compared. */
  holds(lookUp: (name: string) => Json | undefined): boolean | string;
}
