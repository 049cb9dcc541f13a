import type { FormulaActivation } from "../activation.js";
import { type ActivationInput, defineOnDemand } from "../define-activation.js";

/** The kinds of curves; a table groups by them. */
export const families = [
  "linear",
  "sigmoidal",
  "rectified",
  "piecewise-linear",
  "exponential",
  "self-gated",
  "smooth",
  "hard",
  "periodic",
  "radial",
  "polynomial",
  "composed",
  "gated",
] as const;
export type Family = (typeof families)[number];

/** One activation of a family's list. Who published it stands beside, in `sources/`. */
export type CatalogEntry = Omit<ActivationInput<string>, "family" | "cite" | "summary"> & {
  readonly summary: string;
};

/**
 * The activations of a family's list, in its order, long formulas in one line. A formula is read when it is
 * first asked for.
 */
export function definedFamily(
  family: Family,
  entries: readonly CatalogEntry[],
): readonly FormulaActivation[] {
  return entries.map(({ formula, ...entry }) =>
    defineOnDemand({
      ...entry,
      formula: typeof formula === "string" ? formula.replaceAll(/\s+/g, " ") : formula,
      family,
    }),
  );
}
