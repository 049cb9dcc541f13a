import temml from "temml";
import {
  activationCurve,
  activationSpec,
  exactFormulas,
  formatLatex,
} from "../../packages/core/dist/internal.bundle.js";
import { renderActivationCell } from "../../packages/report/dist/index.bundle.js";

/** A formula of more LaTeX than this fills a screen and is read by nobody. */
const LONGEST = 1500;

/** LaTeX as MathML, which browsers draw without a script or a font. */
export const math = (latex) => temml.renderToString(latex, { throwOnError: true });

/** The formula of an activation, f(x) = …. */
export function formulaOf(activation) {
  return math(formatLatex(activation.tree));
}

/** Slopes in each input and trained parameter, as [name, MathML]. */
export function slopesOf(activation) {
  const spec = activationSpec(activation);
  const { slopes, trained } = exactFormulas(spec);
  const inputs = spec.inputs === 1 ? ["x"] : slopes.map((_, i) => `x${i + 1}`);
  return [
    ...slopes.map((tree, i) => [inputs[i], tree]),
    ...trained.map(({ name, slope }) => [name, slope]),
  ].map(([variable, tree]) => {
    const latex = formatLatex(tree);
    return [variable, latex.length > LONGEST ? "too long to print: see the code" : math(latex)];
  });
}

/** The small plot; empty for a gated unit, which is a surface. */
export function curveOf(activation) {
  const curve = activationCurve(activation);
  return curve === undefined ? "" : renderActivationCell(curve);
}
