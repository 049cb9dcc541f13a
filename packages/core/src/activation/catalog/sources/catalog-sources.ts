import type { Activation } from "../../activation.js";
import { findActivation } from "../../find-activation.js";
import { adaptiveHardSources } from "./adaptive-hard.js";
import { adaptiveLinearSources } from "./adaptive-linear.js";
import { adaptivePeriodicSources } from "./adaptive-periodic.js";
import { adaptivePiecewiseSources } from "./adaptive-piecewise.js";
import { adaptivePolynomialSources } from "./adaptive-polynomial.js";
import { adaptiveRadialSources } from "./adaptive-radial.js";
import { adaptiveSelfGatedSources } from "./adaptive-self-gated.js";
import { adaptiveSigmoidalSources } from "./adaptive-sigmoidal.js";
import { adaptiveSmoothSources } from "./adaptive-smooth.js";
import type { CatalogSource, CatalogSources } from "./catalog-source.js";
import { composedSources } from "./composed.js";
import { composedHalvesSources } from "./composed-halves.js";
import { coordinateWavesSources } from "./coordinate-waves.js";
import { exponentialSources } from "./exponential.js";
import { exponentialGrowthSources } from "./exponential-growth.js";
import { exponentialVariantsSources } from "./exponential-variants.js";
import { gatedSources } from "./gated.js";
import { furtherGatedSources } from "./gated-more.js";
import { gatedRectifiersSources } from "./gated-rectifiers.js";
import { gatedVariantsSources } from "./gated-variants.js";
import { hardSources } from "./hard.js";
import { hardStepsSources } from "./hard-steps.js";
import { hardVariantsSources } from "./hard-variants.js";
import { linearSources } from "./linear.js";
import { mixturesSources } from "./mixtures.js";
import { modulusSources } from "./modulus.js";
import { mollifiedSources } from "./mollified.js";
import { oscillatingSources } from "./oscillating.js";
import { parabolasSources } from "./parabolas.js";
import { parametricExponentialSources } from "./parametric-exponential.js";
import { periodicSources } from "./periodic.js";
import { piecewiseLinearSources } from "./piecewise-linear.js";
import { polynomialSources } from "./polynomial.js";
import { powerUnitsSources } from "./power-units.js";
import { radialSources } from "./radial.js";
import { radialBasisSources } from "./radial-basis.js";
import { sigmoidBumpsSources } from "./radial-sigmoid.js";
import { rectifiedSources } from "./rectified.js";
import { boundedRectifiersSources } from "./rectified-bounded.js";
import { curvedRectifiersSources } from "./rectified-curved.js";
import { periodicRectifiersSources } from "./rectified-periodic.js";
import { shiftedRectifiersSources } from "./rectified-shifted.js";
import { slopedRectifiersSources } from "./rectified-slopes.js";
import { selfGatedSources } from "./self-gated.js";
import { geluRelativesSources } from "./self-gated-distributions.js";
import { siluRelativesSources } from "./self-gated-silu.js";
import { mishRelativesSources } from "./self-gated-tanh.js";
import { selfGatedTrainedSources } from "./self-gated-trained.js";
import { sigmoidalSources } from "./sigmoidal.js";
import { algebraicSigmoidsSources } from "./sigmoidal-algebraic.js";
import { sigmoidalCosineSources } from "./sigmoidal-cosine.js";
import { distributionSigmoidsSources } from "./sigmoidal-distributions.js";
import { logisticSigmoidsSources } from "./sigmoidal-logistic.js";
import { tanhSigmoidsSources } from "./sigmoidal-tanh.js";
import { smoothSources } from "./smooth.js";
import { smoothBendsSources } from "./smooth-bends.js";
import { logarithmicCurvesSources } from "./smooth-logarithmic.js";
import { squareBasedSources } from "./square-based.js";
import { tanhRectifiedSources } from "./tanh-rectified.js";
import { tanhsoftEisSources } from "./tanhsoft-eis.js";
import { trainedRectifiersSources } from "./trained-rectifiers.js";

/** The files of sources, one for each list of the catalog. */
export const sourceFiles: readonly CatalogSources[] = [
  linearSources,
  sigmoidalSources,
  rectifiedSources,
  exponentialSources,
  selfGatedSources,
  smoothSources,
  hardSources,
  periodicSources,
  exponentialGrowthSources,
  composedSources,
  oscillatingSources,
  polynomialSources,
  radialSources,
  selfGatedTrainedSources,
  smoothBendsSources,
  trainedRectifiersSources,
  coordinateWavesSources,
  radialBasisSources,
  sigmoidalCosineSources,
  gatedSources,
  logisticSigmoidsSources,
  tanhSigmoidsSources,
  distributionSigmoidsSources,
  algebraicSigmoidsSources,
  siluRelativesSources,
  mishRelativesSources,
  geluRelativesSources,
  logarithmicCurvesSources,
  hardStepsSources,
  sigmoidBumpsSources,
  squareBasedSources,
  composedHalvesSources,
  furtherGatedSources,
  exponentialVariantsSources,
  gatedRectifiersSources,
  hardVariantsSources,
  modulusSources,
  parabolasSources,
  piecewiseLinearSources,
  powerUnitsSources,
  boundedRectifiersSources,
  curvedRectifiersSources,
  periodicRectifiersSources,
  shiftedRectifiersSources,
  slopedRectifiersSources,
  adaptiveLinearSources,
  adaptiveSigmoidalSources,
  tanhRectifiedSources,
  adaptivePiecewiseSources,
  parametricExponentialSources,
  adaptiveSelfGatedSources,
  tanhsoftEisSources,
  adaptiveSmoothSources,
  mollifiedSources,
  adaptiveHardSources,
  adaptivePeriodicSources,
  adaptiveRadialSources,
  adaptivePolynomialSources,
  mixturesSources,
  gatedVariantsSources,
];

const sources: ReadonlyMap<string, CatalogSource> = new Map(sourceFiles.flatMap(Object.entries));

/** Where a built-in activation comes from; undefined for what the catalog does not have. */
export function catalogSource(name: string): CatalogSource | undefined {
  return sources.get(name);
}

/** What is known of a built-in activation; of a plugin's, whatever its name, nothing. */
export function sourceOf(activation: Activation): CatalogSource | undefined {
  return isBuiltIn(activation) ? sources.get(activation.name) : undefined;
}

const isBuiltIn = (activation: Activation): boolean => findActivation(activation.name) === activation;

/** Who published an activation: of a built-in as its list of sources says, else as it was defined. */
export function citeOf(activation: Activation): string {
  return sourceOf(activation)?.cite ?? activation.cite;
}
