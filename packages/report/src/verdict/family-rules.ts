import type { Correction } from "../stats/adjust.js";
import type { Level } from "./level.js";

/** How the comparisons of a family are judged. */
export interface FamilyRules {
  readonly level: Level;
  readonly correction: Correction;
  /** The study's margin for accuracies and rates. */
  readonly within?: number | undefined;
  /** What the study's points are ranked by. */
  readonly ranked?: string | undefined;
}

/** More than this share of pairs without a value leaves a comparison undecided. */
export const MAX_MISSING = 1 / 5;
