import type { LayerUnits, Spread, UnitDetails, UnitNumbers } from "../contract/record.js";
import { countInState, STATE_BITS } from "../contract/unit-state.js";
import { median } from "../math/median.js";
import type { Moments } from "../network/moments.js";
import type { UnitStatistics } from "../network/unit-statistics.js";
import { finiteOrNull, rounded } from "./rounded.js";

/**
 * A unit whose largest slope is below this share of the activation's largest is saturated; an unbounded slope
 * has no largest.
 */
const SATURATED_BELOW = 0.01;
/**
 * τ of Sokar et al. 2023 (arXiv:2302.12902): a unit is dormant whose E|a| is at most this share of its
 * layer's mean.
 */
const DORMANT_AT = 0.025;

/**
 * The slope of which a saturated unit has none, f32 as slopes are: leaky_relu's of 0.01 exactly is not below
 * 0.01. 0 where the largest slope is unbounded.
 */
export function saturatedBelow(supSlope: number): number {
  return Number.isFinite(supSlope) ? Math.fround(SATURATED_BELOW * supSlope) : 0;
}

/** A layer's counts and moments after a probe, without what the probe before it decides. */
export function countUnits(
  statistics: UnitStatistics,
  supSlope: number,
): LayerUnits & { readonly states: string } {
  const { units, examples, zeros, z, a } = statistics;
  const states = unitStates(statistics, supSlope);
  const means = a.means();
  return {
    units,
    dead: countInState(states, "dead"),
    inactive: countInState(states, "inactive"),
    saturated: countInState(states, "saturated"),
    zero_fraction: sum(zeros) / (units * Math.max(1, examples)),
    dormant: countInState(states, "dormant"),
    ...onlyFinite("median_activation", median(means)),
    activity: rounded(sum(statistics.positive) / (units * Math.max(1, examples))),
    z: pooled(z, z.means()),
    a: pooled(a, means),
    states: Array.from(states, (bits) => bits.toString(16)).join(""),
  };
}

/** The numbers of each unit, six digits; of statistics that followed every slope. */
export function unitDetails(statistics: UnitStatistics): UnitDetails {
  const { units, examples, positive, maxSlope, z, a } = statistics;
  if (Number.isFinite(statistics.enough))
    throw new RangeError(`slopes above ${statistics.enough} were not looked at: their largest is not known`);
  const each = (value: (unit: number) => number): UnitNumbers =>
    Array.from({ length: units }, (_, unit) => finiteOrNull(rounded(value(unit))));
  return {
    max_slope: each((unit) => maxSlope[unit] as number),
    activity: each((unit) => (positive[unit] as number) / Math.max(1, examples)),
    z_mean: each((unit) => z.mean(unit)),
    z_variance: each((unit) => z.variance(unit)),
    a_mean: each((unit) => a.mean(unit)),
    a_variance: each((unit) => a.variance(unit)),
  };
}

/** The bits of each unit's states. */
function unitStates(
  { units, alive, positive, maxSlope, sizes }: UnitStatistics,
  supSlope: number,
): Uint8Array {
  const flat = saturatedBelow(supSlope);
  // In a layer that is all 0 the share is 0/0, and every unit is dormant.
  const dormantAt = (DORMANT_AT * sum(sizes)) / Math.max(1, units);
  const states = new Uint8Array(units);
  for (let unit = 0; unit < units; unit++) {
    const dead = alive[unit] === 0;
    states[unit] =
      (dead ? STATE_BITS.dead : 0) |
      (positive[unit] === 0 ? STATE_BITS.inactive : 0) |
      (!dead && (maxSlope[unit] as number) < flat ? STATE_BITS.saturated : 0) |
      ((sizes[unit] as number) <= dormantAt ? STATE_BITS.dormant : 0);
  }
  return states;
}

/** Mean and standard deviation over all units and examples. */
function pooled(moments: Moments, means: Float64Array): Spread {
  const all = sum(means) / Math.max(1, means.length);
  let squares = 0;
  means.forEach((own, unit) => {
    squares += moments.variance(unit) + (own - all) * (own - all);
  });
  const std = Math.sqrt(squares / Math.max(1, means.length));
  return { ...onlyFinite("mean", all), ...onlyFinite("std", std) };
}

/** A measured number under its name; nothing where it is not finite. */
function onlyFinite<N extends string>(name: N, value: number): { readonly [K in N]?: number } {
  return Number.isFinite(value) ? ({ [name]: rounded(value) } as { readonly [K in N]: number }) : {};
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
