import { type FormulaActivation, formatLatex } from "../../internal.js";
import { aboutLines } from "./about-lines.js";
import { sourceForm } from "./source-form.js";

/**
 * An activation for LaTeX: its definition as a displayed formula (amsmath), what is said of it as comments.
 */
export function latexSource(activation: FormulaActivation): string {
  const form = sourceForm(activation);
  const name = activation.name.replaceAll("_", "\\_");
  const inputs = form.inputs.map((input) => input.replace(/^x(\d+)$/, "x_{$1}")).join(", ");
  return [
    ...aboutLines(activation).map((line) => `% ${line}`.trimEnd()),
    "\\[",
    `  \\operatorname{${name}}(${inputs}) = ${formatLatex(activation.tree)}`,
    "\\]",
    "",
  ].join("\n");
}
