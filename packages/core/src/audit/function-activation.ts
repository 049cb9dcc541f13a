import type { AtKink } from "../formula/at-kink.js";

/** An activation given as functions where no formula can be: it can be audited and drawn, not derived. */
export interface FunctionActivation {
  readonly name: string;
  /** Defaults of its parameters. */
  readonly params: Readonly<Record<string, number>>;
  value(x: number, params: Readonly<Record<string, number>>): number;
  /** df/dx. */
  slope(x: number, params: Readonly<Record<string, number>>): number;
  /** Where value or slope jump. */
  readonly kinks: readonly number[];
  readonly at_kink: AtKink;
}
