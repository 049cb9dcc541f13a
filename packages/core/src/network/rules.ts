import type { Expr } from "../formula/expr.js";
import type { ActivationFormulas } from "../kernels/activate.js";

/** What the engine knows of an activation. */
export interface ActivationRules {
  readonly formulas: ActivationFormulas;
  /**
   * Per pre-activation, a condition: the slope is not identically zero around here, whatever f32 rounds it
   * to.
   */
  readonly live: readonly Expr[];
  /** sup |f′| over the real line, against which saturation is judged; trained parameters at their start. */
  readonly supSlope: number;
  /** E[f(z)²], z ~ N(0, 1), trained parameters at their start. */
  readonly secondMoment: () => number;
  /** Present where the activation is code: the same at its parameters' values. */
  readonly functions?: BoundFunctions;
}

/** Value and slope of an activation that is code. */
export interface BoundFunctions {
  value(x: number): number;
  slope(x: number): number;
}
