import { citeOf, sourceOf } from "@actbench/core/atlas";
import { activationCard, codeCard, type FormulaActivation, type LoadedCode } from "@actbench/core/internal";
import { neighborsOf } from "./neighbors-of.js";

/** A card as JSON: an end that does not exist, such as that of relu's range, is null. */
export function cardJson(activation: FormulaActivation | LoadedCode): string {
  const neighbors = neighborsOf(activation);
  if ("code" in activation) return JSON.stringify({ ...codeCard(activation), neighbors }, null, 2);
  const { spec, ...card } = activationCard(activation);
  const { label: _, name: __, params: ___, ...rest } = spec;
  const { aliases = [], year = null, survey = null, note = null } = sourceOf(activation) ?? {};
  return JSON.stringify(
    {
      ...card,
      cite: citeOf(activation),
      year,
      survey,
      note,
      aliases: aliases.map(({ name }) => name),
      formula: activation.formula,
      ...rest,
      neighbors,
    },
    null,
    2,
  );
}
