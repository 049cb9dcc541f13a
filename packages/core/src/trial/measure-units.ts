import { median } from "../math/median.js";
import type { Moments } from "../network/moments.js";
import type { UnitStatistics } from "../network/unit-statistics.js";
import type { LayerUnits, UnitDetails } from "./record.js";
import { rounded } from "./rounded.js";
import { countInState, stateBits } from "./unit-state.js";

/** A unit whose largest slope is below this share of the activation's largest is saturated; an unbounded slope has no largest. */
const SATURATED_BELOW = 0.01;
/** τ of Sokar et al. 2023 (arXiv:2302.12902): a unit is dormant whose E|a| is at most this share of its layer's mean. */
const DORMANT_AT = 0.025;

/** A layer's counts and moments after a probe, without what the probe before it decides. */
export function measureUnits(
  statistics: UnitStatistics,
  supSlope: number,
): LayerUnits & { readonly states: string } {
  const { units, examples, zeros, z, a } = statistics;
  const states = unitStates(statistics, supSlope);
  return {
    units,
    dead: countInState(states, "dead"),
    inactive: countInState(states, "inactive"),
    saturated: countInState(states, "saturated"),
    zero_fraction: sum(zeros) / (units * Math.max(1, examples)),
    dormant: countInState(states, "dormant"),
    median_activation: rounded(median(a.mean)),
    activity: rounded(sum(statistics.positive) / (units * Math.max(1, examples))),
    z: pooled(z),
    a: pooled(a),
    states,
  };
}

/** The numbers of each unit, six digits. */
export function unitDetails({ units, examples, positive, maxSlope, z, a }: UnitStatistics): UnitDetails {
  const each = (value: (unit: number) => number): number[] =>
    Array.from({ length: units }, (_, unit) => rounded(value(unit)));
  return {
    max_slope: each((unit) => maxSlope[unit] as number),
    activity: each((unit) => (positive[unit] as number) / Math.max(1, examples)),
    z_mean: each((unit) => z.mean[unit] as number),
    z_variance: each((unit) => z.variance(unit)),
    a_mean: each((unit) => a.mean[unit] as number),
    a_variance: each((unit) => a.variance(unit)),
  };
}

/** One hexadecimal digit a unit. */
function unitStates({ units, alive, positive, maxSlope, sizes }: UnitStatistics, supSlope: number): string {
  // Slopes are f32: one of 0.01 exactly, leaky_relu's, is not below 0.01.
  const saturatedBelow = Number.isFinite(supSlope) ? Math.fround(SATURATED_BELOW * supSlope) : 0;
  const dormantAt = (DORMANT_AT * sum(sizes)) / Math.max(1, units);
  return Array.from({ length: units }, (_, unit) => {
    const dead = alive[unit] === 0;
    return stateBits({
      dead,
      inactive: positive[unit] === 0,
      saturated: !dead && (maxSlope[unit] as number) < saturatedBelow,
      // In a layer that is all 0 the share is 0/0, and every unit is dormant.
      dormant: (sizes[unit] as number) <= dormantAt,
    }).toString(16);
  }).join("");
}

/** Mean and standard deviation over all units and examples. */
function pooled(moments: Moments): { readonly mean: number; readonly std: number } {
  const { mean } = moments;
  const all = sum(mean) / Math.max(1, mean.length);
  const squares = mean.reduce(
    (total, own, unit) => total + moments.variance(unit) + (own - all) * (own - all),
    0,
  );
  return { mean: rounded(all), std: rounded(Math.sqrt(squares / Math.max(1, mean.length))) };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
