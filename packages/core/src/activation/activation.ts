import type { AtKink } from "../formula/at-kink.js";
import type { Expr } from "../formula/expr.js";

/** A named number of a formula. */
export interface ActivationParamDefinition {
  readonly name: string;
  readonly default: number;
  /** Smallest and largest value allowed; unbounded where absent. */
  readonly min?: number;
  readonly max?: number;
  /** Whether training changes it, unless a study says otherwise. */
  readonly trainable: boolean;
  /** One trained value per layer or one per unit. */
  readonly per: "layer" | "unit";
  /** `inputs`: a whole number that is no variable of the formula but the count of pre-activations per unit. */
  readonly role: "value" | "inputs";
}

/** An activation function as the catalog, a sweep file or a plugin defines it. */
export interface Activation {
  readonly name: string;
  readonly family: string;
  readonly summary: string;
  /** Where it comes from: authors, year, identifier. */
  readonly cite: string;
  readonly params: readonly ActivationParamDefinition[];
  /** The formula as written, as text. */
  readonly formula: string;
  /** The formula's canonical tree; for the default number of inputs. */
  readonly tree: Expr;
  /** Pre-activations per unit by default; 1 for elementwise activations. */
  readonly inputs: number;
  readonly at_kink: AtKink;
  /** The canonical tree for another number of inputs, where a parameter decides it. */
  treeOf(inputs: number): Expr;
}
