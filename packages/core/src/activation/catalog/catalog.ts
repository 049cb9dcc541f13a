import type { FormulaActivation } from "../activation.js";
import { composed } from "./composed.js";
import { exponential } from "./exponential.js";
import { exponentialGrowth } from "./exponential-growth.js";
import { gated } from "./gated.js";
import { hard } from "./hard.js";
import { linear } from "./linear.js";
import { oscillating } from "./oscillating.js";
import { periodic } from "./periodic.js";
import { polynomial } from "./polynomial.js";
import { radial } from "./radial.js";
import { rectified } from "./rectified.js";
import { selfGated } from "./self-gated.js";
import { selfGatedTrained } from "./self-gated-trained.js";
import { sigmoidal } from "./sigmoidal.js";
import { smooth } from "./smooth.js";
import { smoothBends } from "./smooth-bends.js";
import { trainedRectifiers } from "./trained-rectifiers.js";

/**
 * Those that libraries have under these names: a sweep file or plugin cannot give one of them another
 * meaning.
 */
export const standardActivations: readonly FormulaActivation[] = [
  ...linear,
  ...rectified,
  ...exponential,
  ...selfGated,
  ...smooth,
  ...sigmoidal,
  ...hard,
  ...periodic,
  ...gated,
];

/**
 * Every built-in activation; what lists, checks, measures or draws them reads this list. To add one, add an
 * entry to the list of its family and its source to the file of the same name in `sources/`.
 */
export const catalog: readonly FormulaActivation[] = [
  ...standardActivations,
  ...exponentialGrowth,
  ...composed,
  ...oscillating,
  ...polynomial,
  ...radial,
  ...selfGatedTrained,
  ...smoothBends,
  ...trainedRectifiers,
];
