import type { FormulaActivation } from "../src/activation/activation.js";
import { catalog, standardActivations } from "../src/activation/catalog/catalog.js";

/** One in this many of the others stands for all, where a test takes a tenth of a second for each. */
export const FEW = 24;
const SOME = 8;

/**
 * What a test that loops over the catalog takes: the standard ones and every eighth of the others, or one in
 * `step`; with `CATALOG=whole`, as in `whole-catalog.slow.test.ts`, all.
 */
export function catalogSample(step = SOME): readonly FormulaActivation[] {
  if (process.env.CATALOG === "whole") return catalog;
  const others = catalog.filter((activation) => !standardActivations.includes(activation));
  return [...standardActivations, ...others.filter((_, i) => i % step === 0)];
}
