import { heatLegend } from "../../charts/heat-legend.js";
import { type Strip, unitStrips } from "../../charts/unit-strips.js";
import { formatInteger, formatPercent, MISSING, plural } from "../../format/format.js";
import { formatEstimate } from "../../format/format-estimate.js";
import { html, type Safe } from "../../html/html.js";
import { meanCurve } from "../../view/mean-curve.js";
import { neverDead } from "../../view/never-dead.js";
import type { PageView } from "../../view/page-view.js";
import type { PointView } from "../../view/point-view.js";
import { probeSize } from "../../view/probe-size.js";
import { hasCurves } from "../../view/rows.js";
import type { RunView } from "../../view/run-view.js";
import { card, cards, MAX_CARDS } from "../card.js";
import { leftOut } from "../left-out.js";
import { name } from "../name.js";
import { statusWords } from "../status-words.js";
import { tableBehind } from "../table-behind.js";
import { rateAt, STATES, type State } from "./states.js";

const MAX_NAMES = 100;
/** Those that lost most; all others are behind a heading. */
const FIRST = 4;

function probed(point: PointView): readonly number[] {
  return meanCurve(point, (epoch) => epoch.units?.length || undefined).map(({ epoch }) => epoch);
}

function strip(view: RunView, point: PointView, state: State): Strip {
  const epochs = probed(point);
  const rates = point.configuration.spec.model.hidden.map((_, layer) => {
    const curve = new Map(
      meanCurve(point, (epoch) => rateAt(epoch, layer, state)).map((m) => [m.epoch, m.value]),
    );
    return epochs.map((epoch) => curve.get(epoch));
  });
  const never = state.title === "dead" && neverDead(view, point);
  return {
    name: state.title,
    rates,
    end: point.estimate(state.metric)?.mean,
    ...(never ? { instead: "0 by definition" } : {}),
  };
}

function pointCard(view: RunView, point: PointView): Safe {
  const { label } = point.configuration;
  const strips = STATES.map((state) => strip(view, point, state));
  return card({
    title: label,
    note: `${statusWords(point)} · measured on ${probeSize(point).map(formatInteger).join(" or ") || MISSING} examples`,
    color: point.color,
    point: point.index,
    body: unitStrips({ title: label, strips, epochs: probed(point) }),
  });
}

function table(points: readonly PointView[]): Safe {
  return tableBehind({
    summary: "Table of rates by layer at the end",
    heads: ["configuration", "layer", ...STATES.map(({ title }) => title)],
    rows: points.flatMap((point) => [
      [
        name(point.configuration.label),
        "all",
        ...STATES.map(({ metric }) => formatEstimate(metric, point.estimate(metric))),
      ],
      ...point.configuration.spec.model.hidden.map((_, layer) => [
        name(point.configuration.label),
        String(layer + 1),
        ...STATES.map((state) => {
          const end = meanCurve(point, (epoch) => rateAt(epoch, layer, state)).at(-1);
          return end === undefined ? MISSING : `${formatPercent(end.value, 1)}, n = ${end.n}`;
        }),
      ]),
    ]),
  });
}

/** Whether a unit of a point was dead, inactive or saturated at any epoch of any seed. */
function lostUnits({ trials }: PointView): boolean {
  return trials.some(({ curve }) =>
    curve.some(({ units }) =>
      units?.some(({ dead, inactive, saturated }) => dead + inactive + saturated > 0),
    ),
  );
}

/** Names of points without anything to draw. */
function unharmed(points: readonly PointView[]): Safe | false {
  if (points.length === 0) return false;
  const names = points.slice(0, MAX_NAMES).map(({ configuration }) => html`<li>${name(configuration.label)}`);
  const more = points.length - names.length;
  return html`<details><summary>No unit was dead, inactive or saturated at any epoch: ${plural(points.length, "configuration")}</summary><ul class="names">${names}${more > 0 && html`<li>${plural(more, "configuration")} more`}</ul></details>`;
}

/** What the columns between the ends are of, where only a sample of the probe was read whole. */
function sampledNote({ trials }: RunView): string {
  let most = 0;
  for (const { curve } of trials) for (const { units_n = 0 } of curve) most = Math.max(most, units_n);
  if (most === 0) return "";
  const size = formatInteger(most);
  return `Before the last epoch, inactive, saturated and zeros are measured on ${size} examples of it; dead units are exact at every epoch.`;
}

/** Rates by layer and epoch: strips of the best points. */
export function unitStripsOf(view: PageView, measured: readonly PointView[]): Safe {
  const rate = (point: PointView): number => point.estimate("dead_rate")?.mean ?? 0;
  const harmed = measured.filter(lostUnits).toSorted((a, b) => rate(b) - rate(a));
  const points = harmed.filter((point) => hasCurves(view, point)).slice(0, MAX_CARDS);
  const [first, others] = [points.slice(0, FIRST), points.slice(FIRST)];
  return html`<p class="note">Fraction of units in each state on the evaluation subset, mean over completed seeds, highest dead rate first. Rows are hidden layers, the first on top; columns are epochs; the number is the rate over all layers at the end. The four terms are defined in <a href="#${view.prefix}method">Definitions and method</a>. Zeros: fraction of activations that are 0 (sparsity), not dead units. ${sampledNote(view)}</p>
<div class="legend">${heatLegend()}</div>
${cards(
  first.map((point) => pointCard(view, point)),
  "",
)}
${
  others.length > 0 &&
  html`<details class="all"><summary>${plural(others.length, "more configuration")} with dead, inactive or saturated units</summary>${cards(
    others.map((point) => pointCard(view, point)),
    leftOut(view, points.length, harmed.length),
  )}</details>`
}
${unharmed(measured.filter((point) => !lostUnits(point) && hasCurves(view, point)))}
${table(measured.slice(0, MAX_CARDS))}`;
}
