import { type Activation, activationCard } from "@actbench/core";

/** A card as JSON: an end that does not exist, such as that of relu's range, is null. */
export function cardJson(activation: Activation): string {
  const { spec, ...card } = activationCard(activation);
  const { label: _, name: __, params: ___, ...rest } = spec;
  return JSON.stringify({ ...card, formula: activation.formula, ...rest }, null, 2);
}
