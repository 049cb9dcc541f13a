import { exp } from "@actbench/core/internal";
import type { Distribution } from "../settings/distributions.js";
import type { Parameter } from "../settings/parameter-schema.js";
import type { Setting } from "../settings/setting.js";

/** A parameter that is a distribution. */
export interface Range {
  readonly setting: Setting;
  readonly distribution: Distribution;
  readonly parameter: Parameter;
  /** Its values are drawn; else they are those of a grid. */
  readonly isDrawn: boolean;
}

/**
 * What a range means that its writer may not expect, a sentence each; W&B means the same. `numbers`: its
 * values, or of draws the ends.
 */
export function rangeSurprises(range: Range, numbers: readonly number[]): readonly string[] {
  return [
    wholeOnly(range),
    exponents(range),
    beyondItsEnds(range, numbers),
    withoutItsEnd(range, numbers),
  ].filter((text) => text !== undefined);
}

/** Whether the setting takes numbers between the whole ones. */
export function takesFractions({ schema }: Setting, from: number): boolean {
  return schema.safeParse(Math.floor(from) + 0.5).success;
}

function wholeOnly({ setting, distribution, parameter }: Range): string | undefined {
  const { min = 0, max = 0 } = parameter;
  if (parameter.distribution !== undefined || !distribution.whole || !takesFractions(setting, min))
    return undefined;
  return `bounds without a decimal point give whole numbers only, from ${min} to ${max}, as in W&B; write distribution: uniform for all numbers between, or distribution: int_uniform to confirm`;
}

/** Ends that look like values where exponents are expected. */
function exponents({ setting, distribution, parameter }: Range): string | undefined {
  const { name, exponentsOf } = distribution;
  const { min = 0, max = 0 } = parameter;
  if (exponentsOf === undefined || min < 0) return undefined;
  const isInverse = name.includes("inv_");
  const areValues = !isInverse && [min, max].every((end) => setting.schema.safeParse(end).success);
  if (!areValues && max - min >= 1) return undefined;
  const [low, high] = isInverse ? [-max, -min] : [min, max];
  return `${name} takes exponents: its values lie from e^${low} = ${short(exp(low))} to e^${high} = ${short(exp(high))}, as in W&B; if ${min} and ${max} are meant as values, use ${exponentsOf}`;
}

/** Values that a step has moved out of the range. */
function beyondItsEnds({ distribution, parameter }: Range, numbers: readonly number[]): string | undefined {
  const { name, stepped, bounded, endsAreValues } = distribution;
  if (!stepped || !bounded) return undefined;
  const { min = 0, max = 0, q = 1 } = parameter;
  const ends = endsAreValues ? [min, max] : [0, 1].map((u) => distribution.quantile(u, parameter));
  // Exponents are typed to some digits: e^5.5452 stands for 256, and 256 does not leave its range.
  const [low, high] = [least(ends), -least(ends.map((end) => -end))];
  const outside = [least(numbers), -least(numbers.map((value) => -value))].filter(
    (value) => value < low - 1e-3 * Math.abs(low) || value > high + 1e-3 * Math.abs(high),
  );
  if (outside.length === 0) return undefined;
  return `${name} rounds to multiples of q = ${q}, so that values reach ${outside.join(" and ")}, outside of ${short(low)} to ${short(high)}, as in W&B; use bounds that are multiples of q to avoid this`;
}

/** A grid of q_uniform ends below max. */
function withoutItsEnd(
  { distribution, parameter, isDrawn }: Range,
  numbers: readonly number[],
): string | undefined {
  const { min = 0, max = 0, q = 1, count } = parameter;
  if (isDrawn || count !== undefined || distribution.name !== "q_uniform") return undefined;
  const next = Number((min + numbers.length * q).toPrecision(12));
  if (next !== max) return undefined;
  return `a grid of q_uniform has min, min + q, … below max, as in W&B: ${max} is not among its values; a max above it includes it`;
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function short(value: number): number {
  return Number(value.toPrecision(6));
}
