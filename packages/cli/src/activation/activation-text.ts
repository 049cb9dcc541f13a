import {
  type Activation,
  activationSpec,
  exactFormulas,
  formatFormula,
  formatLatex,
  gain,
  type Interval,
  zeroSlopeSet,
} from "@actbench/core";

/** An activation as a page of text: what was written and what follows from it. */
export function activationText(activation: Activation): string {
  const spec = activationSpec(activation);
  const { value, slopes } = exactFormulas(spec);
  const lines: (readonly [string, string])[] = [
    ["name", activation.name],
    ["what", activation.summary],
    ["family", activation.family],
    ["formula", activation.formula],
    ["LaTeX", formatLatex(activation.tree)],
    ...activation.params.map((param): [string, string] => [
      `parameter ${param.name}`,
      `${param.default}${range(param)}${param.trainable ? `, trained per ${param.per}` : ""}`,
    ]),
    ["value", formatFormula(value)],
    ...slopes.map((slope, i): [string, string] => [
      spec.inputs === 1 ? "slope" : `slope in x${i + 1}`,
      formatFormula(slope),
    ]),
    ...(spec.inputs === 1 ? [["dead where", zeros(slopes[0] ?? 0)] as const] : []),
    ["gain", `${gain(spec).toPrecision(6)}, that is 1/√E[f(z)²] with z ~ N(0, 1)`],
    ["source", activation.cite],
  ];
  const width = Math.max(...lines.map(([title]) => title.length));
  return lines.map(([title, text]) => `${title.padEnd(width)}  ${text}`).join("\n");
}

function range({ min, max }: Activation["params"][number]): string {
  if (min !== undefined && max !== undefined) return ` (${min} to ${max})`;
  if (min !== undefined) return ` (at least ${min})`;
  return max === undefined ? "" : ` (at most ${max})`;
}

function zeros(slope: Parameters<typeof zeroSlopeSet>[0]): string {
  const intervals = zeroSlopeSet(slope);
  return intervals.length === 0
    ? "nowhere: its slope is zero on no interval, so its dead rate is 0 by definition"
    : `x in ${intervals.map(interval).join(" or ")} on every example`;
}

function interval({ from, to }: Interval): string {
  const low = Number.isFinite(from) ? `[${from}` : "(−∞";
  return `${low}, ${Number.isFinite(to) ? `${to}]` : "∞)"}`;
}
