import {
  type Activation,
  type ActivationParamDefinition,
  activationShape,
  activationSpec,
  type ElementwiseSpeed,
} from "@actbench/core/internal";

/** What `activations list` says of one activation; what is not known of gated ones or of code is null. */
export interface ListRow {
  readonly name: string;
  readonly family: string;
  readonly formula: string | null;
  readonly params: readonly ActivationParamDefinition[];
  readonly inputs: number;
  readonly monotone: boolean | null;
  readonly smooth: boolean | null;
  /** Infimum and supremum; null where unbounded. */
  readonly range: readonly (number | null)[] | null;
  /** Nanoseconds per element; null where not measured. */
  readonly forward_ns: number | null;
  readonly both_ns: number | null;
}

/** The row of an activation. */
export function listRow(activation: Activation, speed: ElementwiseSpeed | undefined): ListRow {
  const { name, family, params, inputs } = activation;
  const found =
    "tree" in activation && inputs === 1 ? activationShape(activationSpec(activation)) : undefined;
  return {
    name,
    family,
    formula: "tree" in activation ? activation.formula : null,
    params,
    inputs,
    monotone: found?.monotone ?? null,
    smooth: found?.smooth ?? null,
    range: found?.range.map((end) => (Number.isFinite(end) ? end : null)) ?? null,
    forward_ns: speed?.forward_ns ?? null,
    both_ns: speed?.both_ns ?? null,
  };
}
