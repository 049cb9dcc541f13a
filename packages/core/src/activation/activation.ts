import type { AtKink } from "../formula/at-kink.js";
import type { Expr } from "../formula/expr.js";
import type { ActivationFunctions } from "./activation-functions.js";

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
  /** Its own weight decay, unless a study overrides it; `train.weight_decay` where absent. */
  readonly weight_decay?: number;
  /**
   * `inputs`: a whole number that is no variable of the formula but the count of pre-activations per unit.
   */
  readonly role: "value" | "inputs";
}

interface NamedActivation {
  readonly name: string;
  readonly family: string;
  readonly summary: string;
  /** Where it comes from: authors, year, identifier. Empty for the catalog's: `catalogSource` has theirs. */
  readonly cite: string;
  readonly params: readonly ActivationParamDefinition[];
  /** Conditions that values of the parameters must meet, such as `low < high`. */
  readonly constraints?: readonly string[];
  /** Pre-activations per unit by default; 1 for elementwise activations. */
  readonly inputs: number;
  readonly at_kink: AtKink;
}

/** An activation that is a formula. */
export interface FormulaActivation extends NamedActivation {
  /** The formula as written, as text. */
  readonly formula: string;
  /** The formula's canonical tree; for the default number of inputs. */
  readonly tree: Expr;
  /** The canonical tree for another number of inputs, where a parameter decides it. */
  treeOf(inputs: number): Expr;
}

/**
 * An activation that is code, where no formula can be: it is trained more slowly, and its parameters stay as
 * they are.
 */
export interface CodeActivation extends NamedActivation {
  /** SHA-256 (hex) of the plugin's files. */
  readonly code: string;
  readonly inputs: 1;
}

/** An activation that is code, with it: where its plugin was imported. */
export interface LoadedCode extends CodeActivation {
  readonly functions: ActivationFunctions;
}

/** An activation function as the catalog, a sweep file or a plugin defines it. */
export type Activation = FormulaActivation | CodeActivation;
