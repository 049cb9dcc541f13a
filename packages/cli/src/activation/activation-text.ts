import { type Activation, type ActivationCard, activationCard, type Interval } from "@actbench/core";
import { activationPlot } from "./activation-plot.js";
import { depthText } from "./depth-text.js";
import { paramRange } from "./param-range.js";

/** An activation as a page of text: what was written, what it looks like, and what follows from it. */
export function activationText(activation: Activation, columns: number): string {
  const card = activationCard(activation);
  const lines: (readonly [string, string])[] = [
    ["name", card.name],
    ["what", card.summary],
    ["family", card.family],
    ["formula", activation.formula],
    ["LaTeX", card.value.latex],
    ...card.params.map((param): [string, string] => [
      `parameter ${param.name}`,
      `${param.default}${paramRange(param)}${param.trainable ? `, trained per ${param.per}` : ""}`,
    ]),
    ["value", card.value.text],
    ...card.slopes.map(({ variable, text }): [string, string] => [`slope in ${variable}`, text]),
    ...card.trained.map(({ variable, text }): [string, string] => [`slope in ${variable}`, text]),
    ...propertyLines(card),
    ["gain", `${number(card.gain)}, that is 1/√E[f(z)²] with z ~ N(0, 1)`],
    ["moments", `E[f(z)] = ${number(card.mean)}, E[f(z)²] = ${number(card.secondMoment)}`],
    ["variance map", `fixed point q = 1 under init auto, slope ${number(card.varianceSlope)} there`],
    ["depth", depthText(card)],
    ["source", card.cite],
  ];
  const width = Math.max(...lines.map(([title]) => title.length));
  const text = lines
    .filter(([, said]) => said !== "")
    .map(([title, said]) => `${title.padEnd(width)}  ${said}`)
    .join("\n");
  return card.spec.inputs === 1 ? `${text}\n\n${activationPlot(card.spec, columns)}` : text;
}

function propertyLines({ properties }: ActivationCard): (readonly [string, string])[] {
  if (properties === undefined) return [];
  const { range, kinks, lipschitz, monotone, smooth, zeroSlope } = properties;
  return [
    ["range", `${end(range[0])} to ${end(range[1])}, ${monotone ? "monotone" : "not monotone"}`],
    ["kinks", kinks.length === 0 ? "none" : `at x = ${kinks.map(number).join(", ")}`],
    ["smooth", smooth ? "yes: no jump of value or slope" : "no"],
    ["Lipschitz", Number.isFinite(lipschitz) ? `sup |f'| = ${number(lipschitz)}` : "unbounded slope"],
    ["dead where", zeros(zeroSlope)],
  ];
}

function zeros(intervals: readonly Interval[]): string {
  return intervals.length === 0
    ? "nowhere: its slope is zero on no interval, so its dead rate is 0 by definition"
    : `x in ${intervals.map(interval).join(" or ")} on every example`;
}

function interval({ from, to }: Interval): string {
  const low = Number.isFinite(from) ? `[${number(from)}` : "(−∞";
  return `${low}, ${Number.isFinite(to) ? `${number(to)}]` : "∞)"}`;
}

function end(value: number): string {
  return Number.isFinite(value) ? number(value) : value < 0 ? "−∞" : "∞";
}

function number(value: number): string {
  return `${Number(value.toPrecision(6)) + 0}`;
}
