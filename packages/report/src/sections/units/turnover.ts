import type { EpochRecord, LayerUnits } from "@actbench/core/internal";
import { heatLegend } from "../../charts/heat-legend.js";
import { type Strip, unitStrips } from "../../charts/unit-strips.js";
import { formatInteger, formatNumber, formatPercent, MISSING, plural } from "../../format/format.js";
import { html, type Safe } from "../../html/html.js";
import { meanCurve } from "../../view/mean-curve.js";
import type { PageView } from "../../view/page-view.js";
import type { PointView } from "../../view/point-view.js";
import { hasCurves } from "../../view/rows.js";
import { card, cards, MAX_CARDS } from "../card.js";
import { leftOut } from "../left-out.js";
import { name } from "../name.js";
import { tableBehind } from "../table-behind.js";

const MAX_ROWS = 1000;

/** The last epochs of a point's completed trials. */
function ends({ trials }: PointView): readonly EpochRecord[] {
  return trials.flatMap(({ status, curve }) => (status === "completed" ? (curve.at(-1) ?? []) : []));
}

/** The layers of these epochs that say what happened to units: one layer's, or all. */
function layersOf(epochs: readonly EpochRecord[], layer?: number): readonly LayerUnits[] {
  return epochs
    .flatMap(({ units = [] }) => (layer === undefined ? units : (units[layer] ?? [])))
    .filter(({ died }) => died !== undefined);
}

/** Whether a unit was dead at some probe. */
const everDead = ({ longest_dead }: LayerUnits): boolean => longest_dead !== undefined;

function total(layers: readonly LayerUnits[], count: (layer: LayerUnits) => number | undefined): number {
  return layers.reduce((sum, layer) => sum + (count(layer) ?? 0), 0);
}

/** A share of units as a cell; a dash where there are none. */
const rate = (part: number, all: number): string => (all === 0 ? MISSING : formatPercent(part / all, 1));

/** The longest time dead of all these units, in updates and epochs. */
function longest(layers: readonly LayerUnits[], epochs: readonly EpochRecord[]): string {
  const updates = layers.reduce((most, { longest_dead = -1 }) => Math.max(most, longest_dead), -1);
  if (updates < 0) return MISSING;
  const [{ epoch, step } = { epoch: 0, step: 0 }] = epochs;
  const inEpochs = epoch === 0 || step === 0 ? "" : ` (${formatNumber((updates * epoch) / step, 2)} epochs)`;
  return `${formatInteger(updates)}${inEpochs}`;
}

function row(point: PointView, layer?: number): readonly (string | Safe)[] {
  const epochs = ends(point);
  const layers = layersOf(epochs, layer);
  const units = total(layers, (one) => one.units);
  const [bornDead, died] = [total(layers, (one) => one.born_dead), total(layers, (one) => one.died)];
  const revived = total(layers, (one) => one.revived);
  return [
    name(point.configuration.label),
    layer === undefined ? "all" : String(layer + 1),
    rate(bornDead, units),
    rate(
      total(layers, (one) => one.born_late),
      bornDead,
    ),
    rate(died, units),
    died === 0 ? MISSING : `${rate(revived, died)}, ${formatInteger(revived)} of ${formatInteger(died)}`,
    rate(
      total(layers, (one) => one.dead),
      units,
    ),
    longest(layers, epochs),
  ];
}

function strip(point: PointView, title: string, read: (layer: LayerUnits) => number | undefined): Strip {
  const shares = point.configuration.spec.model.hidden.map(
    (_, layer) =>
      new Map(
        meanCurve(point, ({ units }) => {
          const own = units?.[layer];
          const count = own && read(own);
          return own === undefined || count === undefined || own.units === 0 ? undefined : count / own.units;
        }).map(({ epoch, value }) => [epoch, value]),
      ),
  );
  const layers = layersOf(ends(point));
  const units = total(layers, (one) => one.units);
  return {
    name: title,
    rates: shares.map((curve) => epochsOf(point).map((epoch) => curve.get(epoch))),
    end: units === 0 ? undefined : total(layers, read) / units,
  };
}

function epochsOf(point: PointView): readonly number[] {
  return meanCurve(point, ({ units }) => units?.[0]?.died).map(({ epoch }) => epoch);
}

function pointCard(point: PointView): Safe {
  const { label } = point.configuration;
  const strips = [
    strip(point, "died", ({ died }) => died),
    strip(point, "came back", ({ revived }) => revived),
    strip(point, "dead now", ({ dead }) => dead),
  ];
  return card({
    title: label,
    color: point.color,
    point: point.index,
    body: unitStrips({ title: `died and came back: ${label}`, strips, epochs: epochsOf(point) }),
  });
}

/**
 * Which units died and which came back, by layer; a way to measure it where it was not, and units were dead.
 */
export function unitTurnover(view: PageView, measured: readonly PointView[]): Safe | false {
  const followed = measured.filter((point) => layersOf(ends(point)).length > 0);
  if (followed.length === 0) {
    const lost = measured.some((point) => (point.estimate("dead_rate")?.mean ?? 0) > 0);
    return (
      lost &&
      html`<p class="note">Whether dead units were dead from the start, and how many came back, was not counted: <code>measure: { turnover: true }</code> does, and changes no training.</p>`
    );
  }
  const touched = followed.filter((point) => layersOf(ends(point)).some(everDead));
  const unhurt = followed.length - touched.length;
  const drawn = touched.filter((point) => hasCurves(view, point)).slice(0, MAX_CARDS);
  const rows = touched.flatMap((point) => [
    row(point),
    ...point.configuration.spec.model.hidden.map((_, layer) => row(point, layer)),
  ]);
  return html`<h3>Died and came back</h3>
<p class="note">Each unit is compared with itself from one measurement to the next, over all completed seeds. A dead unit's own weights get no gradient; layers below that still learn can move its inputs and revive it. Strips show the fraction of all units so far; <i>came back</i>: died and alive at a later measurement. Changes between two measurements are not seen.${unhurt > 0 && ` No unit was found dead in ${plural(unhurt, "configuration")}.`}</p>
${
  touched.length > 0 &&
  html`<div class="legend">${heatLegend()}</div>
${cards(drawn.map(pointCard), leftOut(view, drawn.length, touched.length))}
${tableBehind({
  summary: "Table of units that died and came back by layer",
  heads: [
    "configuration",
    "layer",
    "born dead",
    "came alive, of those",
    "died",
    "came back, of those that died",
    "dead at the end",
    "longest time dead, updates",
  ],
  rows: rows.slice(0, MAX_ROWS),
})}`
}`;
}
