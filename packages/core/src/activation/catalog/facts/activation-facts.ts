import type { FormulaActivation } from "../../activation.js";
import { activationSpec } from "../../activation-spec.js";
import type { DeadRule } from "../../dead-rule.js";
import { deadRule } from "../../dead-rule.js";
import { momentOf, secondMoment } from "../../gain.js";
import { activationProperties } from "../../properties.js";

/** An end of an interval; null where it is unbounded. */
export type End = number | null;

/** The curve of an activation of one input. */
export interface CurveFacts {
  /** Infimum and supremum. */
  readonly range: readonly [low: End, high: End];
  readonly monotone: boolean;
  /** Whether value and slope have no jump. */
  readonly smooth: boolean;
  readonly kinks: readonly number[];
  /** Whether these are surely all; else those between −32 and 32. */
  readonly all_kinks: boolean;
  /** sup |f′|; null where unbounded. */
  readonly lipschitz: End;
  /** Where the slope is surely identically 0. */
  readonly zero_slope: readonly (readonly [from: End, to: End])[];
}

/** What follows from an activation's formula at its defaults, as plain JSON. */
export interface ActivationFacts {
  /** Null for a gated unit, which is a surface. */
  readonly curve: CurveFacts | null;
  /** How it is decided whether a unit is dead; `never`: none can be. */
  readonly dead: DeadRule["by"];
  /** E[f(z)], E[f(z)²] and 1 / √E[f(z)²], z ~ N(0, 1); null where there is no such number. */
  readonly mean: End;
  readonly second_moment: End;
  readonly gain: End;
}

/** Digits that are kept; quadrature gives about as many. */
const DIGITS = 10;
const ROUNDING = 1e-14;

/** The facts of an activation; some 20 ms. */
export function activationFacts(activation: FormulaActivation): ActivationFacts {
  const spec = activationSpec(activation);
  const moment = secondMoment(spec);
  return {
    curve: spec.inputs === 1 ? curveFacts(activation) : null,
    dead: deadRule(spec).by,
    mean: kept(momentOf(spec, (value) => value)),
    second_moment: kept(moment),
    gain: kept(1 / Math.sqrt(moment)),
  };
}

function curveFacts(activation: FormulaActivation): CurveFacts {
  const { range, monotone, smooth, kinks, allKinks, lipschitz, zeroSlope } = activationProperties(
    activationSpec(activation),
  );
  return {
    range: [kept(range[0]), kept(range[1])],
    monotone,
    smooth,
    kinks: kinks.map(rounded),
    all_kinks: allKinks,
    lipschitz: kept(lipschitz),
    zero_slope: zeroSlope.map(({ from, to }) => [kept(from), kept(to)]),
  };
}

const kept = (value: number): End => (Number.isFinite(value) ? rounded(value) : null);

/** What is left of terms that cancel is 0. */
const rounded = (value: number): number =>
  Math.abs(value) < ROUNDING ? 0 : Number(value.toPrecision(DIGITS));
