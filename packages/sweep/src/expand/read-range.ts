import type { Json } from "@actbench/core/internal";
import { formatPath, type Path } from "../config/path.js";
import { DISTRIBUTIONS, type Distribution } from "../settings/distributions.js";
import type { Parameter } from "../settings/parameter-schema.js";
import type { Setting } from "../settings/setting.js";
import { allValues, drawnValue, gridValues, MAX_GRID_VALUES } from "./grid-values.js";
import { type Range, rangeSurprises, takesFractions } from "./range-surprises.js";
import { type ReadContext, readValue } from "./read-value.js";

/** The values of a range: those of a grid, or with `valueAt` those that are drawn. */
export interface RangeValues {
  readonly values: readonly Json[];
  readonly isAxis: true;
  /** The value at a quantile u; undefined, with a problem noted, for a wrong one. */
  readonly valueAt?: (u: number) => Json | undefined;
}

/** The first and the last quantile of a draw: the middles of a 32-bit word's first and last cell. */
const EXTREMES = [0.5 / 4294967296, 1 - 0.5 / 4294967296] as const;
/** Nearly both ends and the middle: a range that leaves the setting's own is found before the first draw. */
const PROBES = [0.0001, 0.5, 0.9999] as const;

/** Reads a parameter that is a distribution. One that gives no value, or a single one, is a problem. */
export function readRange(
  setting: Setting,
  parameter: Parameter,
  path: Path,
  context: ReadContext,
): RangeValues | undefined {
  const { problems } = context;
  if (![0.5, 1].some((number) => setting.schema.safeParse(number).success)) {
    const values = setting.list ? "values, such as [[32], [64]]" : "values";
    problems.add(path, `${setting.name} does not take numbers, so it cannot have a range`, `write ${values}`);
    return undefined;
  }
  const distribution = chosenDistribution(setting, parameter, path, context);
  if (distribution === undefined || !isSound(distribution, parameter, path, context)) return undefined;
  const range: Range = { setting, distribution, parameter, isDrawn: context.drawn };
  const all = parameter.count === undefined ? allValues(distribution, parameter) : undefined;
  if (distribution.whole && all?.count === 0) {
    problems.add(path, `there is no whole number from ${parameter.min} to ${parameter.max}`);
    return undefined;
  }
  if (context.drawn && parameter.count === undefined) return drawn(range, path, context);
  if (parameter.count === undefined && all === undefined) {
    problems.add(path, `a grid of ${distribution.name} needs a count`, "for example count: 6");
    return undefined;
  }
  const wanted = parameter.count ?? all?.count ?? 0;
  if (wanted > MAX_GRID_VALUES) {
    problems.add(path, `this axis has ${wanted} values; at most ${MAX_GRID_VALUES}`, "give it a count");
    return undefined;
  }
  const numbers = all?.values() ?? gridValues(distribution, parameter, wanted);
  if (isConstant(numbers, range, path, context)) return undefined;
  const values = numbers.flatMap((value) => readValue(setting, value, path, context));
  report(rangeSurprises(range, numbers), { isWrong: values.length < numbers.length, path }, context);
  return { values, isAxis: true };
}

/**
 * The distribution that is named, or that the ends mean: W&B takes ends without a decimal point for whole
 * numbers.
 */
function chosenDistribution(
  setting: Setting,
  parameter: Parameter,
  path: Path,
  { problems, isDecimal }: ReadContext,
): Distribution | undefined {
  const { min, max } = parameter;
  const ends = (["min", "max"] as const).filter((end) => parameter[end] !== undefined);
  const asFraction = ends.some((end) => isDecimal([...path, end])) && takesFractions(setting, min ?? 0);
  const whole = Number.isInteger(min) && Number.isInteger(max) && !asFraction;
  const isBell = min === undefined && max === undefined;
  const name = parameter.distribution ?? (isBell ? "normal" : whole ? "int_uniform" : "uniform");
  const found = DISTRIBUTIONS.find((known) => known.name === name);
  if (found === undefined)
    problems.add(path, `${name} has no range`, name === "constant" ? "write value" : "write values");
  return found;
}

const NUMBERS = ["min", "max", "mu", "sigma", "q", "a", "b"] as const;

function isSound(
  distribution: Distribution,
  parameter: Parameter,
  path: Path,
  { problems }: ReadContext,
): boolean {
  const { min, max } = parameter;
  const { name, needs, takes } = distribution;
  const before = problems.problems.length;
  const missing = needs.filter((need) => parameter[need] === undefined);
  if (missing.length > 0) problems.add(path, `${name} needs ${missing.join(" and ")}`);
  for (const key of NUMBERS)
    if (parameter[key] !== undefined && !takes.includes(key))
      problems.addKey([...path, key], `${name} has no ${key}`, unusedHint(distribution, key));
  if (parameter.probabilities !== undefined)
    problems.addKey([...path, "probabilities"], "probabilities belong to values", `${name} has none`);
  if (min !== undefined && max !== undefined && min > max)
    problems.add([...path, "min"], `min ${min} is above max ${max}`);
  if (distribution.positive && (min ?? 1) <= 0)
    problems.add([...path, "min"], `${name} needs a min above 0`, "a logarithmic scale has no 0");
  return problems.problems.length === before;
}

function unusedHint({ name, takes, whole }: Distribution, key: (typeof NUMBERS)[number]): string {
  if (key === "q") return `write distribution: q_${whole ? "uniform" : name} to round to multiples of q`;
  return key === "min" || key === "max"
    ? `its draws are unbounded; it takes ${takes.join(", ")}`
    : `it takes ${takes.join(", ")}`;
}

/** A distribution that points are drawn from. */
function drawn(range: Range, path: Path, context: ReadContext): RangeValues | undefined {
  const { setting, distribution, parameter } = range;
  const numberAt = (u: number): number => drawnValue(distribution, parameter, u);
  const ends = EXTREMES.map(numberAt);
  if (isConstant(ends, range, path, context)) return undefined;
  const valueAt = (u: number): Json | undefined => readValue(setting, numberAt(u), path, context)[0];
  // What is rounded to a step reaches its ends often; of the others, ends have no share of the draws.
  const probes = distribution.stepped ? [...EXTREMES, 0.5] : PROBES;
  const isWrong = probes.some((u) => valueAt(u) === undefined);
  report(rangeSurprises(range, ends), { isWrong, path }, context);
  if (isWrong && !distribution.bounded)
    context.problems.add(
      path,
      `${distribution.name} is unbounded: one draw in 10,000 lies below ${numberAt(PROBES[0])}, and one above ${numberAt(PROBES[2])}`,
      "uniform stays in a range, log_normal above 0",
    );
  return isWrong ? undefined : { values: [], isAxis: true, valueAt };
}

/** Warns of what a range means; where that made a value wrong, it belongs to the problem. */
function report(
  surprises: readonly string[],
  { isWrong, path }: { readonly isWrong: boolean; readonly path: Path },
  { problems }: ReadContext,
): void {
  for (const text of surprises)
    if (isWrong) problems.add(path, text);
    else problems.warn(`${formatPath(path)}: ${text}`);
}

/**
 * Whether all of at least two values are one; notes why. A grid of `count: 1` says itself that it is one
 * value.
 */
function isConstant(
  numbers: readonly number[],
  { setting, distribution, parameter }: Range,
  path: Path,
  { problems }: ReadContext,
): boolean {
  const [first] = numbers;
  if (first === undefined || parameter.count === 1 || numbers.some((value) => value !== first)) return false;
  const { name, stepped } = distribution;
  const { q, min, max } = parameter;
  if (stepped && min !== max)
    problems.add(
      path,
      `every value of this range is ${first}: ${name} rounds to multiples of q, and q is ${q ?? "1 by default"}`,
      `give it a smaller q, or use ${name.replace("q_", "")}`,
    );
  else
    problems.add(
      path,
      `every value of this range is ${first}`,
      `write value: ${first}, or ${setting.name}=${first} on the command line`,
    );
  return true;
}
