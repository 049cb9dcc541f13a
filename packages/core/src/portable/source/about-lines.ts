import { citeOf } from "../../atlas.js";
import { activationSpec, type FormulaActivation, gain, inputNames, visibleLine } from "../../internal.js";

/**
 * What stands above the code of an activation, a line each; text of a plugin's author is one line and has no
 * control characters.
 */
export function aboutLines(activation: FormulaActivation): readonly string[] {
  const { name, summary, formula, params } = activation;
  const cite = citeOf(activation);
  const variables = inputNames(activation.inputs).join(", ");
  const trained = params.filter(({ trainable }) => trainable).map((param) => param.name);
  return [
    summary === "" ? name : `${name}: ${summary}`,
    "",
    `f(${variables}) = ${formula}`,
    ...(trained.length > 0 ? [`Trained: ${trained.join(", ")}`] : []),
    ...(cite === "" ? [] : [`Source: ${cite}`]),
    `Initialization gain: ${Number(gain(activationSpec(activation)).toPrecision(6))}, that is 1 / sqrt(E[f(z)^2]) with z ~ N(0, 1)`,
  ].map(visibleLine);
}
