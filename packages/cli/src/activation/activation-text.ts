import { sourceOf } from "@actbench/core/atlas";
import {
  type ActivationCard,
  type ActivationParamDefinition,
  activationCard,
  activationCurve,
  codeCard,
  describeDead,
  type FormulaActivation,
  type LoadedCode,
} from "@actbench/core/internal";
import { activationPlot } from "./activation-plot.js";
import { depthText } from "./depth-text.js";
import { neighborsOf, neighborsText } from "./neighbors-of.js";
import { paramRange } from "./param-range.js";

type Line = readonly [title: string, said: string];

/** An activation as a page of text: what was written, what it looks like, and what follows from it. */
export function activationText(activation: FormulaActivation | LoadedCode, columns: number): string {
  const lines = "code" in activation ? codeLines(activation) : formulaLines(activation);
  const width = Math.max(...lines.map(([title]) => title.length));
  const text = lines
    .filter(([, said]) => said !== "")
    .map(([title, said]) => `${title.padEnd(width)}  ${said}`)
    .join("\n");
  const curve = activationCurve(activation);
  return curve === undefined ? text : `${text}\n\n${activationPlot(curve, columns)}`;
}

function formulaLines(activation: FormulaActivation): readonly Line[] {
  const card = activationCard(activation);
  return [
    ["name", card.name],
    ["also called", (sourceOf(activation)?.aliases ?? []).map(({ name }) => name).join(", ")],
    ["what", card.summary],
    ["family", card.family],
    ["formula", activation.formula],
    ["LaTeX", card.value.latex],
    ...card.params.map(paramLine),
    ["constraints", activation.constraints?.join(", ") ?? ""],
    ["value", card.value.text],
    ...card.slopes.map(({ variable, text }): Line => [`derivative in ${variable}`, text]),
    ...card.trained.map(({ variable, text }): Line => [`derivative in ${variable}`, text]),
    ...propertyLines(card),
    ["gain", `${number(card.gain)}, that is 1/√E[f(z)²] with z ~ N(0, 1)`],
    ["moments", moments(card)],
    ["variance map", varianceText(card.varianceSlope)],
    ["depth", depthText(card)],
    ["like it", neighborsText(neighborsOf(activation))],
    ...sourceLines(activation),
  ];
}

function codeLines(activation: LoadedCode): readonly Line[] {
  const card = codeCard(activation);
  return [
    ["name", card.name],
    ["what", card.summary],
    ["family", card.family],
    ["code", `value and derivative of a plugin, SHA-256 ${card.code}`],
    ...card.params.map(paramLine),
    ["constraints", activation.constraints?.join(", ") ?? ""],
    ["kinks", `${kinksText(card.kinks)}, as the plugin says`],
    ["Lipschitz", lipschitzText(card.lipschitz)],
    ["dead where", "its derivative is exactly 0 on every example"],
    ["gain", `${number(card.gain)}, that is 1/√E[f(z)²] with z ~ N(0, 1)`],
    ["moments", moments(card)],
    ["variance map", varianceText(card.varianceSlope)],
    ["like it", neighborsText(neighborsOf(activation))],
    ["source", card.cite],
  ];
}

/** Who published it, when, and what is to be known of that. */
function sourceLines(activation: FormulaActivation): readonly Line[] {
  const { cite, year, survey, note } = sourceOf(activation) ?? { cite: activation.cite };
  return [
    ["source", cite],
    ["year", year === undefined ? "" : `${year}`],
    ["survey", survey === undefined ? "" : `section ${survey} of arXiv:2402.09092`],
    ["note", note ?? ""],
  ];
}

function paramLine(param: ActivationParamDefinition): Line {
  const decay = param.weight_decay === undefined ? "" : ` with weight decay ${param.weight_decay}`;
  const trained = param.trainable ? `, trained per ${param.per}${decay}` : "";
  return [`parameter ${param.name}`, `${param.default}${paramRange(param)}${trained}`];
}

const moments = ({ mean, secondMoment }: Pick<ActivationCard, "mean" | "secondMoment">): string =>
  `E[f(z)] = ${number(mean)}, E[f(z)²] = ${number(secondMoment)}`;

const varianceText = (slope: number): string =>
  `fixed point q = 1 under init auto, derivative ${number(slope)} there`;

const MAX_KINKS = 12;

function kinksText(kinks: readonly number[]): string {
  if (kinks.length === 0) return "none";
  const near = [...kinks].sort((a, b) => Math.abs(a) - Math.abs(b)).slice(0, MAX_KINKS);
  const left = kinks.length - near.length;
  return `at x = ${near
    .sort((a, b) => a - b)
    .map(number)
    .join(", ")}${left > 0 ? ` and ${left} more, further from 0` : ""}`;
}

const lipschitzText = (lipschitz: number): string =>
  Number.isFinite(lipschitz) ? `sup |f'| = ${number(lipschitz)}` : "unbounded derivative";

function propertyLines({ properties }: ActivationCard): readonly Line[] {
  if (properties === undefined) return [];
  const { range, kinks, allKinks, lipschitz, monotone, smooth, zeroSlope, dead } = properties;
  return [
    ["range", `${end(range[0])} to ${end(range[1])}, ${monotone ? "monotone" : "not monotone"}`],
    ["kinks", `${kinksText(kinks)}${allKinks ? "" : "; sought between −32 and 32, there may be others"}`],
    ["smooth", smooth ? "yes: no jump of value or derivative" : "no"],
    ["Lipschitz", lipschitzText(lipschitz)],
    ["dead where", describeDead({ ...dead, intervals: zeroSlope })],
  ];
}

function end(value: number): string {
  return Number.isFinite(value) ? number(value) : value < 0 ? "−∞" : "∞";
}

function number(value: number): string {
  return `${Number(value.toPrecision(6)) + 0}`;
}
