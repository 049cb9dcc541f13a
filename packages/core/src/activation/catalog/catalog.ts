import type { FormulaActivation } from "../activation.js";
import { adaptiveHard } from "./adaptive-hard.js";
import { adaptiveLinear } from "./adaptive-linear.js";
import { adaptivePeriodic } from "./adaptive-periodic.js";
import { adaptivePiecewise } from "./adaptive-piecewise.js";
import { adaptivePolynomial } from "./adaptive-polynomial.js";
import { adaptiveRadial } from "./adaptive-radial.js";
import { adaptiveSelfGated } from "./adaptive-self-gated.js";
import { adaptiveSigmoidal } from "./adaptive-sigmoidal.js";
import { adaptiveSmooth } from "./adaptive-smooth.js";
import { composed } from "./composed.js";
import { composedHalves } from "./composed-halves.js";
import { coordinateWaves } from "./coordinate-waves.js";
import { exponential } from "./exponential.js";
import { exponentialGrowth } from "./exponential-growth.js";
import { exponentialVariants } from "./exponential-variants.js";
import { gated } from "./gated.js";
import { furtherGated } from "./gated-more.js";
import { gatedRectifiers } from "./gated-rectifiers.js";
import { gatedVariants } from "./gated-variants.js";
import { hard } from "./hard.js";
import { hardSteps } from "./hard-steps.js";
import { hardVariants } from "./hard-variants.js";
import { linear } from "./linear.js";
import { mixtures } from "./mixtures.js";
import { modulus } from "./modulus.js";
import { mollified } from "./mollified.js";
import { oscillating } from "./oscillating.js";
import { parabolas } from "./parabolas.js";
import { parametricExponential } from "./parametric-exponential.js";
import { periodic } from "./periodic.js";
import { piecewiseLinear } from "./piecewise-linear.js";
import { polynomial } from "./polynomial.js";
import { powerUnits } from "./power-units.js";
import { radial } from "./radial.js";
import { radialBasis } from "./radial-basis.js";
import { sigmoidBumps } from "./radial-sigmoid.js";
import { rectified } from "./rectified.js";
import { boundedRectifiers } from "./rectified-bounded.js";
import { curvedRectifiers } from "./rectified-curved.js";
import { periodicRectifiers } from "./rectified-periodic.js";
import { shiftedRectifiers } from "./rectified-shifted.js";
import { slopedRectifiers } from "./rectified-slopes.js";
import { selfGated } from "./self-gated.js";
import { geluRelatives } from "./self-gated-distributions.js";
import { siluRelatives } from "./self-gated-silu.js";
import { mishRelatives } from "./self-gated-tanh.js";
import { selfGatedTrained } from "./self-gated-trained.js";
import { sigmoidal } from "./sigmoidal.js";
import { algebraicSigmoids } from "./sigmoidal-algebraic.js";
import { sigmoidalCosine } from "./sigmoidal-cosine.js";
import { distributionSigmoids } from "./sigmoidal-distributions.js";
import { logisticSigmoids } from "./sigmoidal-logistic.js";
import { tanhSigmoids } from "./sigmoidal-tanh.js";
import { smooth } from "./smooth.js";
import { smoothBends } from "./smooth-bends.js";
import { logarithmicCurves } from "./smooth-logarithmic.js";
import { squareBased } from "./square-based.js";
import { tanhRectified } from "./tanh-rectified.js";
import { tanhsoftEis } from "./tanhsoft-eis.js";
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
  ...logisticSigmoids,
  ...tanhSigmoids,
  ...distributionSigmoids,
  ...algebraicSigmoids,
  ...siluRelatives,
  ...mishRelatives,
  ...geluRelatives,
  ...logarithmicCurves,
  ...hardSteps,
  ...sigmoidBumps,
  ...squareBased,
  ...composedHalves,
  ...furtherGated,
  ...coordinateWaves,
  ...radialBasis,
  ...sigmoidalCosine,
  ...exponentialVariants,
  ...gatedRectifiers,
  ...hardVariants,
  ...modulus,
  ...parabolas,
  ...piecewiseLinear,
  ...powerUnits,
  ...boundedRectifiers,
  ...curvedRectifiers,
  ...periodicRectifiers,
  ...shiftedRectifiers,
  ...slopedRectifiers,
  ...adaptiveLinear,
  ...adaptiveSigmoidal,
  ...tanhRectified,
  ...adaptivePiecewise,
  ...parametricExponential,
  ...adaptiveSelfGated,
  ...tanhsoftEis,
  ...adaptiveSmooth,
  ...mollified,
  ...adaptiveHard,
  ...adaptivePeriodic,
  ...adaptiveRadial,
  ...adaptivePolynomial,
  ...mixtures,
  ...gatedVariants,
];
