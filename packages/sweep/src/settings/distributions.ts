import { exp, log, normalCdfInverse } from "@actbench/core/internal";
import { betaQuantile } from "./beta-quantile.js";

/** The numbers of a distribution, as in a W&B sweep file; mu is 0 where it is not given, the others 1. */
export interface DistributionParams {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly mu?: number | undefined;
  readonly sigma?: number | undefined;
  readonly q?: number | undefined;
  readonly a?: number | undefined;
  readonly b?: number | undefined;
}

/** A distribution of a W&B sweep file: what it needs, and its quantile function where there is one. */
export interface Distribution {
  readonly name: string;
  readonly needs: readonly ("min" | "max")[];
  /** The numbers that it has a meaning for. */
  readonly takes: readonly (keyof DistributionParams)[];
  /** Both ends belong to it, so that a grid begins and ends there. */
  readonly bounded: boolean;
  /** min and max are themselves the least and the greatest value. */
  readonly endsAreValues?: true;
  /** min and max are values on a logarithmic scale. */
  readonly positive?: true;
  /** min and max are exponents of e; the name of the distribution whose ends are values. */
  readonly exponentsOf?: string;
  /** Values are whole numbers, each as likely as the others. */
  readonly whole?: true;
  /** Values are rounded to multiples of `q`, which is 1 where it is not given. */
  readonly stepped?: true;
  /** The value below which a share u of the draws lies. */
  quantile(u: number, params: DistributionParams): number;
}

const RANGE = { needs: ["min", "max"], takes: ["min", "max"], bounded: true } as const;
const BELL = { needs: [], takes: ["mu", "sigma"], bounded: false } as const;
const between = (u: number, from: number, to: number): number => from + u * (to - from);
const linear = (u: number, { min = 0, max = 1 }: DistributionParams): number => between(u, min, max);
const logarithmic = (u: number, { min = 1, max = 1 }: DistributionParams): number =>
  exp(between(u, log(min), log(max)));
const bell = (u: number, { mu = 0, sigma = 1 }: DistributionParams): number =>
  mu + sigma * normalCdfInverse(u);

const PLAIN: readonly Distribution[] = [
  { name: "uniform", ...RANGE, endsAreValues: true, quantile: linear },
  { name: "log_uniform_values", ...RANGE, endsAreValues: true, positive: true, quantile: logarithmic },
  {
    name: "log_uniform",
    ...RANGE,
    exponentsOf: "log_uniform_values",
    quantile: (u, params) => exp(linear(u, params)),
  },
  {
    name: "inv_log_uniform_values",
    ...RANGE,
    positive: true,
    quantile: (u, params) => logarithmic(1 - u, params),
  },
  {
    name: "inv_log_uniform",
    ...RANGE,
    exponentsOf: "inv_log_uniform_values",
    quantile: (u, params) => exp(-linear(u, params)),
  },
  { name: "normal", ...BELL, quantile: bell },
  { name: "log_normal", ...BELL, quantile: (u, params) => exp(bell(u, params)) },
  {
    name: "beta",
    needs: [],
    takes: ["a", "b"],
    bounded: true,
    quantile: (u, { a = 1, b = 1 }) => betaQuantile(u, a, b),
  },
];

/** Every distribution of numbers; each but `int_uniform` also with a step `q` under the name `q_…`. */
export const DISTRIBUTIONS: readonly Distribution[] = [
  ...PLAIN,
  ...PLAIN.map(
    (plain): Distribution => ({
      ...plain,
      name: `q_${plain.name}`,
      takes: [...plain.takes, "q"],
      ...(plain.exponentsOf === undefined ? {} : { exponentsOf: `q_${plain.exponentsOf}` }),
      stepped: true,
    }),
  ),
  { name: "int_uniform", ...RANGE, whole: true, quantile: linear },
];

/** Names under which a list of values or one value is written. */
export const LISTED_DISTRIBUTIONS = ["categorical", "categorical_w_probabilities", "constant"] as const;
