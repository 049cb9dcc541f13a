import { activationCard, codeCard, type FormulaActivation, type LoadedCode } from "@actbench/core/internal";

/** A card as JSON: an end that does not exist, such as that of relu's range, is null. */
export function cardJson(activation: FormulaActivation | LoadedCode): string {
  if ("code" in activation) return JSON.stringify(codeCard(activation), null, 2);
  const { spec, ...card } = activationCard(activation);
  const { label: _, name: __, params: ___, ...rest } = spec;
  return JSON.stringify({ ...card, formula: activation.formula, ...rest }, null, 2);
}
