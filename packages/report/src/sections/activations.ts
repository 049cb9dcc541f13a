import { type ClosedInterval, type Expr, evaluate, formatFormula } from "@actbench/core/internal";
import { activationChart } from "../charts/activation-chart.js";
import { formatNumber, plural, shorten } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import type { ActivationView, OpaqueActivation } from "../view/activation-view.js";
import { paramRanges } from "../view/param-ranges.js";
import type { RunView } from "../view/run-view.js";
import { card, cards, MAX_CARDS } from "./card.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";

const SHOWN_AT = [-4, -2, -1, -0.5, 0, 0.5, 1, 2, 4];
const MAX_FORMULA_LENGTH = 220;

const interval = ({ from, to }: ClosedInterval): string => {
  if (from === -Infinity && to === Infinity) return "everywhere";
  if (from === -Infinity) return `where z ≤ ${formatNumber(to)}`;
  if (to === Infinity) return `where z ≥ ${formatNumber(from)}`;
  return `where ${formatNumber(from)} ≤ z ≤ ${formatNumber(to)}`;
};

function deadWords({ dead: { by, intervals, movedBy }, spec }: ActivationView): string {
  const where = intervals.map(interval).join(" and ");
  const gated = spec.inputs > 1 ? "gated: " : "";
  switch (by) {
    case "never":
      return `${gated}its derivative is zero on no interval: no unit can be dead`;
    case "interval":
      return `dead ${where}`;
    case "side":
    case "value": {
      const known = `${movedBy.length === 0 ? "surely" : `at the start of ${movedBy.join(", ")}`} ${where}`;
      const value = by === "side" ? "" : ", or is exactly 0 in f32 where that could not be derived";
      return `${gated}dead where the branch that the formula takes has derivative 0${value}${where === "" ? "" : ` (${known})`}`;
    }
    default:
      return by satisfies never;
  }
}

/** A tree with its constants rounded to six digits: enough to recognise them by. */
function rounded(tree: Expr): Expr {
  if (typeof tree === "number") return Number(tree.toPrecision(6));
  if (typeof tree === "string") return tree;
  const [op, ...operands] = tree;
  return [op, ...operands.map(rounded)] as unknown as Expr;
}

const code = (tree: Expr): Safe =>
  html`<code>${shorten(formatFormula(rounded(tree)), MAX_FORMULA_LENGTH)}</code>`;

function facts(view: RunView, activation: ActivationView): Safe {
  const { spec, slopes, value } = activation;
  const params = spec.params.map(
    ({ name, value: start, trainable, per, weight_decay }) =>
      html`<li><bdi>${name}</bdi> ${trainable ? `starts at ${formatNumber(start)}, trained per ${per}` : `= ${formatNumber(start)}`}${weight_decay === undefined ? "" : `, weight decay ${formatNumber(weight_decay)}`}`,
  );
  const ends = paramRanges(view, spec).map(
    ({ name, layer, low, high, trials }) =>
      html`<li><bdi>${name}</bdi> trained to ${formatNumber(low, 3)} … ${formatNumber(high, 3)} in layer ${layer} (${plural(trials, "trial")})`,
  );
  return html`<ul class="formula"><li>f = ${code(spec.params.length > 0 ? spec.tree : value)}${slopes.map((slope, i) => html`<li>f′${slopes.length > 1 && ` in x${i + 1}`} = ${code(slope)}`)}${params}${ends}<li>${deadWords(activation)}</ul>`;
}

function functionsOf({ value, slopes, params }: ActivationView) {
  const [slope = 0] = slopes;
  return {
    value: (x: number) => evaluate(value, { x, params }),
    slope: (x: number) => evaluate(slope, { x, params }),
  };
}

function activationCard(view: RunView, activation: ActivationView | OpaqueActivation, color: number): Safe {
  const { label } = activation.spec;
  if ("reason" in activation)
    return card({
      title: label,
      color,
      body: html`<p class="note">Not drawn: <bdi>${activation.reason}</bdi></p>`,
    });
  const drawn =
    activation.spec.inputs === 1
      ? activationChart({
          title: label,
          ...functionsOf(activation),
          zeroSlope: activation.dead.intervals,
          color,
        })
      : html`<p class="note">It takes ${activation.spec.inputs} pre-activations per unit, which no plane curve shows.</p>`;
  return card({ title: label, color, body: html`${drawn}${facts(view, activation)}` });
}

function table(all: readonly (ActivationView | OpaqueActivation)[]): Safe {
  const drawn = all.filter((a): a is ActivationView => !("reason" in a) && a.spec.inputs === 1);
  return tableBehind({
    summary: "Table of values and derivatives",
    heads: ["activation", "what", ...SHOWN_AT.map((x) => `x = ${formatNumber(x)}`)],
    rows: drawn.flatMap((activation) => {
      const { value, slope } = functionsOf(activation);
      const label = html`<bdi>${shorten(activation.spec.label, 60)}</bdi>`;
      return [
        [label, "f", ...SHOWN_AT.map((x) => formatNumber(value(x)))],
        [label, "f′", ...SHOWN_AT.map((x) => formatNumber(slope(x)))],
      ];
    }),
  });
}

const colorsOf = (view: RunView): ReadonlyMap<string, number> =>
  new Map(view.points.map(({ activation, color }) => [activation ?? "", color]));

/** The formulas themselves, from the same trees the kernels are made from. */
export const activationsSection: Section = {
  id: "activations",
  title: "Activation functions and derivatives",
  closed: true,
  render(view) {
    if (view.study.activations.length === 0)
      return { absent: "The study has no activation: its networks have no hidden layer." };
    const colors = colorsOf(view);
    const shown = view.study.activations.slice(0, MAX_CARDS).map((spec) => view.activation(spec));
    const left = view.study.activations.length - shown.length;
    return html`<p class="note">Solid: f(x); dashed: its derivative f′(x), from the formula. Shaded: where the derivative is identically zero; a unit whose pre-activation z stays there on every example of the evaluation subset is dead. Trained parameters are drawn at their initial values.</p>
${cards(
  shown.map((activation, i) => activationCard(view, activation, colors.get(activation.spec.label) ?? i)),
  left > 0 && html`<p class="note">${plural(left, "further activation")} not drawn.</p>`,
)}
${table(shown)}`;
  },
};
