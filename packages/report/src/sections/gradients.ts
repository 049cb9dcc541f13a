import type { LayerGradients } from "@actbench/core/internal";
import { layerClass } from "../charts/color-class.js";
import { linesArea, linesChart } from "../charts/lines-chart.js";
import { numberAxis } from "../charts/number-axis.js";
import type { Size } from "../charts/sizes.js";
import { formatNumber, MISSING } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { type EpochMean, meanCurve } from "../view/mean-curve.js";
import type { PointView } from "../view/point-view.js";
import { hasCurves } from "../view/rows.js";
import { leftOut } from "./left-out.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";
import { halfFigure } from "./wide-figure.js";

// A chart each; the table has the others.
const MAX_CHARTS = 4;
const MAX_ROWS = 1000;

/** What is measured of a layer, in a table's order. */
const MEASURES = [
  ["gradient norm", "gradient_norm"],
  ["update / weight", "update_ratio"],
  ["weight norm", "weight_norm"],
  ["effective rank", "effective_rank"],
] as const satisfies readonly (readonly [string, keyof LayerGradients])[];
type Measure = (typeof MEASURES)[number][1];

/** Mean over completed seeds of a layer (from 0; the output layer last) by epoch. */
function layerCurve(point: PointView, layer: number, measure: Measure): readonly EpochMean[] {
  return meanCurve(point, ({ gradients }) => gradients?.at(-1)?.layers[layer]?.[measure]);
}

function layerNames({ configuration }: PointView): readonly string[] {
  return [...configuration.spec.model.hidden.map((_, layer) => `layer ${layer + 1}`), "output"];
}

function chart(point: PointView): Safe {
  const lines = layerNames(point).map((layerName, layer) => ({
    name: layerName,
    ink: layerClass(layer, layerNames(point).length),
    means: layerCurve(point, layer, "gradient_norm"),
  }));
  const means = lines.flatMap((line) => line.means);
  const title = `gradient norm by epoch: ${point.configuration.label}`;
  const draw = (size: Size): Safe => {
    const { left, right, top, bottom } = linesArea(size);
    return linesChart(
      {
        title,
        desc: `${lines.length} layers, the output layer last.`,
        x: numberAxis({
          label: "epoch",
          values: means.map(({ epoch }) => epoch),
          range: [left + 6, right - 6],
          gap: 34,
        }),
        y: numberAxis({
          label: "gradient norm",
          values: means.map(({ value }) => value),
          range: [bottom - 8, top + 4],
          gap: 18,
        }),
        lines: lines.map((line) => ({
          name: line.name,
          ink: line.ink,
          dots: line.means.map(({ epoch, value, n }) => ({
            x: epoch,
            y: value,
            label: `${line.name}, epoch ${epoch}: ${formatNumber(value, 3)}, n = ${n}`,
            trouble: false,
          })),
        })),
      },
      size,
    );
  };
  return halfFigure({ title, draw });
}

/** First and last epoch of every layer, and their number of seeds. */
function rows(point: PointView): readonly (readonly (string | Safe)[])[] {
  return layerNames(point).map((layerName, layer) => {
    const curves = MEASURES.map(([, measure]) => layerCurve(point, layer, measure));
    return [
      name(point.configuration.label),
      layerName,
      ...curves.map((curve) => {
        const [first, last] = [curve[0], curve.at(-1)];
        if (first === undefined || last === undefined) return MISSING;
        const [from, to] = [first, last].map(({ value }) => formatNumber(value, 3));
        return first === last ? `${to}` : `${from} → ${to}`;
      }),
      String(curves[0]?.at(-1)?.n ?? 0),
    ];
  });
}

/** How gradients, updates and activations fare layer by layer, where the study measures them. */
export const gradientsSection: Section = {
  id: "gradients",
  title: "Gradients per layer",
  render(view) {
    const measured = view.ranked.filter((point) => layerCurve(point, 0, "gradient_norm").length > 0);
    if (measured.length === 0)
      return {
        absent: "Gradient norms were not recorded; this does not affect training.",
        yaml: "measure: { gradients: true }",
      };
    const shown = measured.filter((point) => hasCurves(view, point)).slice(0, MAX_CHARTS);
    return html`<p class="note">Euclidean norm of the gradient of one batch's mean loss by a layer's weights, before clipping and weight decay: the last measured update of each epoch, mean over completed seeds. Update / weight is ‖ΔW‖ / ‖W‖ of that update. Effective rank is the exponential of the entropy of the normalized singular values of a layer's activations over the first 256 examples of the evaluation subset (Roy &amp; Vetterli 2007): 1 where all examples activate one direction, at most the layer's width.</p>
<div class="pair">${shown.map(chart)}</div>${leftOut(view, shown.length, measured.length)}
${tableBehind({
  summary: "Table of gradients, updates, weights and ranks by layer, first and last epoch",
  heads: ["configuration", "layer", ...MEASURES.map(([title]) => title), "n"],
  rows: measured.slice(0, MAX_ROWS).flatMap(rows),
})}`;
  },
};
