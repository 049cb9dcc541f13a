import { factsOf, sourceOf } from "@actbench/core/atlas";
import type { Activation, ActivationParamDefinition, ElementwiseSpeed } from "@actbench/core/internal";

/**
 * What `activations list` says of one activation; what is not known of gated ones or of code is null, and so
 * is an end that does not exist.
 */
export interface ListRow {
  readonly name: string;
  /** Other names of the same function. */
  readonly aliases: readonly string[];
  readonly family: string;
  readonly formula: string | null;
  readonly params: readonly ActivationParamDefinition[];
  readonly inputs: number;
  readonly monotone: boolean | null;
  readonly smooth: boolean | null;
  /** Infimum and supremum. */
  readonly range: readonly (number | null)[] | null;
  readonly kinks: readonly number[] | null;
  /** Where the slope is identically 0. */
  readonly zero_slope: readonly (readonly (number | null)[])[] | null;
  /** Whether a unit can be dead. */
  readonly can_die: boolean | null;
  readonly lipschitz: number | null;
  readonly gain: number | null;
  readonly mean: number | null;
  readonly second_moment: number | null;
  /** Of the first publication known. */
  readonly year: number | null;
  readonly source: string;
  /** Nanoseconds per element; null where not measured. */
  readonly forward_ns: number | null;
  readonly both_ns: number | null;
}

/** The row of an activation. */
export function listRow(activation: Activation): ListRow {
  const { name, family, params, inputs } = activation;
  const source = sourceOf(activation);
  const facts = "tree" in activation ? factsOf(activation) : undefined;
  const curve = facts?.curve;
  return {
    name,
    aliases: source?.aliases?.map((other) => other.name) ?? [],
    family,
    formula: "tree" in activation ? activation.formula : null,
    params,
    inputs,
    monotone: curve?.monotone ?? null,
    smooth: curve?.smooth ?? null,
    range: curve?.range ?? null,
    kinks: curve?.kinks ?? null,
    zero_slope: curve?.zero_slope ?? null,
    can_die: facts === undefined ? null : facts.dead !== "never",
    lipschitz: curve?.lipschitz ?? null,
    gain: facts?.gain ?? null,
    mean: facts?.mean ?? null,
    second_moment: facts?.second_moment ?? null,
    year: source?.year ?? null,
    source: source?.cite ?? activation.cite,
    forward_ns: null,
    both_ns: null,
  };
}

/** The row with what the activation costs on this machine. */
export function withSpeed(row: ListRow, speed: ElementwiseSpeed | undefined): ListRow {
  return { ...row, forward_ns: speed?.forward_ns ?? null, both_ns: speed?.both_ns ?? null };
}
