import { benjaminiHochberg } from "./benjamini-hochberg.js";
import { holm } from "./holm.js";

/** How the p-values of a family are corrected for their number. */
export type Correction = "holm" | "bh" | "none";

/** Adjusted p-values by name of the correction. */
export function adjust(ps: readonly number[], correction: Correction): readonly number[] {
  switch (correction) {
    case "holm":
      return holm(ps);
    case "bh":
      return benjaminiHochberg(ps);
    case "none":
      return ps;
    default:
      return correction satisfies never;
  }
}
