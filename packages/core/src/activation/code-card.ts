import { supremum } from "../formula/supremum.js";
import { normalExpectation } from "../math/normal-expectation.js";
import type { CodeActivation, LoadedCode } from "./activation.js";

/**
 * What can be said of an activation that is code, parameters at their defaults: by asking it, since nothing
 * can be derived.
 */
export interface CodeCard
  extends Pick<CodeActivation, "name" | "family" | "summary" | "cite" | "params" | "code"> {
  /** As the plugin tells them. */
  readonly kinks: readonly number[];
  /** sup |f′|. */
  readonly lipschitz: number;
  /** 1 / √E[f(z)²], z ~ N(0, 1). */
  readonly gain: number;
  /** E[f(z)]. */
  readonly mean: number;
  /** E[f(z)²]. */
  readonly secondMoment: number;
  /** Slope of the variance map at its fixed point q = 1, weights scaled by the gain: E[f f′ z] / E[f²]. */
  readonly varianceSlope: number;
}

/** The card of an activation that is code. */
export function codeCard({ name, family, summary, cite, params, code, functions }: LoadedCode): CodeCard {
  const values = Object.fromEntries(params.map((param) => [param.name, param.default]));
  const f = (x: number): number => functions.value(x, values);
  const slope = (x: number): number => functions.slope(x, values);
  const expectation = (g: (z: number) => number): number => normalExpectation(g, functions.kinks);
  const secondMoment = expectation((z) => f(z) * f(z));
  return {
    name,
    family,
    summary,
    cite,
    params,
    code,
    kinks: functions.kinks,
    lipschitz: supremum(slope, functions.kinks),
    gain: 1 / Math.sqrt(secondMoment),
    mean: expectation(f),
    secondMoment,
    varianceSlope: expectation((z) => f(z) * slope(z) * z) / secondMoment,
  };
}
