import type { FitPlaces, FittedNumbers, StudyPoint } from "@actbench/core/internal";
import { taskOf } from "@actbench/core/internal";
import { colorClass } from "../charts/color-class.js";
import { fitCurve, type Pair } from "../charts/fit-curve.js";
import { fitMap } from "../charts/fit-map.js";
import { fitScatter } from "../charts/fit-scatter.js";
import { formatNumber, formatPercent, plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";

/** Predictions with their point and the places they are of. */
interface Fitted {
  readonly fit: FittedNumbers;
  readonly places: FitPlaces;
  readonly point: PointView;
}

// Rows behind a curve, at every moment of every network.
const MAX_ROWS = 120;

/** Best first. */
function fittedOf({ fits, ranked }: RunView): readonly Fitted[] {
  if (fits === undefined) return [];
  return ranked.flatMap((point) => {
    const fit = fits.points.find((one) => one.point === point.index);
    const places = fit && fits.places.find(({ dataset }) => dataset === fit.dataset);
    return fit === undefined || places === undefined ? [] : [{ fit, places, point }];
  });
}

/** The least and the most, apart where they are the same. */
function rangeOf(values: readonly number[]): Pair {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low <= high)) return [0, 1];
  return low === high ? [low - 1, high + 1] : [low, high];
}

/** One target of values that hold several. */
const targetOf = (values: readonly number[], targets: number, target: number): readonly number[] =>
  values.filter((_, at) => at % targets === target);

/** The rows that predictions are judged by: test, else validation, else training rows. */
function judged({ places, fit }: Fitted) {
  const at = places.rows.length - 1;
  const rows = places.rows[at];
  return { rows, predicted: fit.rows[at] ?? [] };
}

function curveAt(one: Fitted, frame: FittedNumbers["frames"][number], inputName: string): Safe | undefined {
  const { places, point } = one;
  const { grid, trained } = places;
  if (grid === undefined || trained === undefined) return undefined;
  const [left, right] = grid.domain;
  const count = places.targets.length;
  const curve = targetOf(frame.values, count, 0).map(
    (y, i): Pair => [left + ((right - left) * (i + 0.5)) / grid.columns, y],
  );
  const all = places.rows.flatMap(({ inputs, values }) =>
    targetOf(values, count, 0).map((y, i): Pair => [inputs[i] ?? 0, y]),
  );
  const every = Math.max(1, Math.ceil(all.length / MAX_ROWS));
  const [low, high] = rangeOf(all.map(([, y]) => y));
  const slack = (high - low) * 0.25;
  return fitCurve({
    title: `${point.configuration.label} after epoch ${frame.epoch}`,
    desc: `What the network predicts for ${places.targets[0]}, from ${formatNumber(left, 3)} to ${formatNumber(right, 3)}; trained on inputs from ${formatNumber(trained[0], 3)} to ${formatNumber(trained[1], 3)}.`,
    names: [inputName, places.targets[0] ?? "target"],
    curve,
    rows: all.filter((_, i) => i % every === 0),
    trained,
    range: [low - slack, high + slack],
    ink: colorClass(point.color),
  });
}

/** What a network predicts over the plane: as greys, or as colours where they are a picture's. */
function mapOf({ places, point }: Fitted, values: readonly number[], what: string): Safe | undefined {
  const { grid, targets, truth } = places;
  if (grid === undefined || grid.rows === 1) return undefined;
  const channels = targets.length === 3 && truth !== undefined ? 3 : 1;
  const shown = channels === 3 ? values : targetOf(values, targets.length, 0);
  const known = places.rows.flatMap((rows) => targetOf(rows.values, targets.length, 0));
  const range: Pair = truth === undefined ? rangeOf(known) : [0, 1];
  return fitMap({ alt: `${what}: ${point.configuration.label}`, grid, values: shown, channels, range });
}

function momentTitle(all: readonly Fitted[], moment: number, moments: number): string {
  const epochs = new Set(all.map(({ fit }) => frameAt(fit, moment, moments)?.epoch));
  const [epoch] = epochs;
  return epochs.size === 1 && epoch !== undefined
    ? `epoch ${epoch}`
    : `${formatPercent(moment / Math.max(1, moments - 1), 0)} of the epochs`;
}

/** The frame shown at one of some moments; of fewer frames some are shown several times. */
function frameAt({ frames }: FittedNumbers, moment: number, moments: number) {
  return frames[Math.round((moment * (frames.length - 1)) / Math.max(1, moments - 1))];
}

/** One choice of the moment for all networks, as for decision regions. */
function overInputs(view: RunView, all: readonly Fitted[]): Safe | false {
  const drawn = all.filter(({ places }) => places.grid !== undefined);
  if (drawn.length === 0) return false;
  const moments = Math.max(...drawn.map(({ fit }) => fit.frames.length));
  const group = `${view.prefix}fits-moment`;
  const choices = Array.from({ length: moments }, (_, moment) => {
    const id = `${group}-${moment}`;
    const checked = moment === moments - 1 && html` checked`;
    return html`<input type="radio" name="${group}" id="${id}"${checked}><label for="${id}">${momentTitle(drawn, moment, moments)}</label>`;
  });
  const isLine = drawn.some(({ places }) => places.grid?.rows === 1);
  const cards = drawn.map((one) => {
    const figures = Array.from({ length: moments }, (_, moment) => {
      const frame = frameAt(one.fit, moment, moments);
      if (frame === undefined) return false;
      const body =
        curveAt(one, frame, "x") ?? mapOf(one, frame.values, `Predicted after epoch ${frame.epoch}`);
      return html`<figure class="at-${moment}">${body}<figcaption><small>epoch ${frame.epoch}</small></figcaption></figure>`;
    });
    return html`<div class="region-card" data-p="${one.point.index}"><p><i class="swatch ${colorClass(one.point.color)}"></i>${name(one.point.configuration.label)}</p>${figures}</div>
`;
  });
  return html`<fieldset class="choice regions"><legend>Networks after</legend>${choices}<div class="maps${isLine && " curves"}">${truths(drawn)}${cards}</div></fieldset>
`;
}

/** A picture as it is, and where the best network errs. */
function truths(drawn: readonly Fitted[]): readonly Safe[] {
  const seen = new Set<string>();
  return drawn.flatMap((one) => {
    const { truth, dataset } = one.places;
    if (truth === undefined || seen.has(dataset)) return [];
    seen.add(dataset);
    const last = one.fit.frames.at(-1)?.values ?? [];
    const errors = truth.map((value, at) => Math.abs(value - (last[at] ?? value)));
    return [
      html`<div class="region-card shown"><p>${name(`${dataset} as it is`)}</p><figure>${mapOf(one, truth, "The picture")}</figure></div>
`,
      html`<div class="region-card shown"><p>where the best errs</p><figure>${mapOf(one, errors, "Absolute errors of the last epoch")}</figure></div>
`,
    ];
  });
}

/** True values against predictions, and what is left between them, of the first target. */
function againstTruth(all: readonly Fitted[]): Safe {
  const most = new Map<string, number>();
  for (const one of all) {
    const known = most.get(one.places.dataset) ?? 0;
    most.set(one.places.dataset, Math.max(known, ...residualsOf(one).map(([, left]) => Math.abs(left))));
  }
  const cards = all.map((one) => {
    const { rows, predicted } = judged(one);
    const count = one.places.targets.length;
    const truth = targetOf(rows?.values ?? [], count, 0);
    const answers = targetOf(predicted, count, 0);
    const pairs = truth.map((value, i): Pair => [value, answers[i] ?? value]);
    const residuals = residualsOf(one);
    const [label, target] = [one.point.configuration.label, one.places.targets[0] ?? "target"];
    const ranges: readonly [Pair, Pair] = [rangeOf(truth), rangeOf(truth)];
    const far = most.get(one.places.dataset) || 1;
    const ink = colorClass(one.point.color);
    const desc = `${plural(pairs.length, "row")} of ${rows?.subset ?? "no"} data.`;
    return html`<div class="region-card fit-pair" data-p="${one.point.index}"><p><i class="swatch ${ink}"></i>${name(label)}</p>${fitScatter({ title: `Predicted against true ${target}: ${label}`, desc, names: [`true ${target}`, "predicted"], rows: pairs, ranges, right: "diagonal", ink })}${fitScatter({ title: `Residuals of ${target}: ${label}`, desc, names: [`true ${target}`, "predicted less true"], rows: residuals, ranges: [rangeOf(truth), [-far, far]], right: "zero", ink })}</div>
`;
  });
  return html`<div class="maps curves">${cards}</div>`;
}

/** True values of the first target, and predictions less them. */
function residualsOf(one: Fitted): readonly Pair[] {
  const { rows, predicted } = judged(one);
  const count = one.places.targets.length;
  const answers = targetOf(predicted, count, 0);
  return targetOf(rows?.values ?? [], count, 0).map(
    (value, i): Pair => [value, (answers[i] ?? value) - value],
  );
}

/** The root of the mean squared error of predictions for rows, of the first target. */
function errorOf(one: Fitted): number {
  const residuals = residualsOf(one);
  const squares = residuals.reduce((sum, [, left]) => sum + left * left, 0);
  return Math.sqrt(squares / Math.max(1, residuals.length));
}

function note(view: RunView, all: readonly Fitted[]): Safe {
  const others = view.points.length - all.length;
  const subsets = [...new Set(all.map((one) => judged(one).rows?.subset ?? "train"))].join(" or ");
  const hasCurve = all.some(({ places }) => places.trained !== undefined);
  const hasMap = all.some(({ places }) => (places.grid?.rows ?? 1) > 1);
  return html`<p class="note">What networks predict, in the target's own unit, ${plural(all.length, "configuration")}, best first, each at one seed, trained again when the page was made; epoch 0 is the initialisation.${hasCurve && " Line: the prediction; dots: rows of the data; grey: inputs beyond those it was trained on."}${hasMap && " Over the plane of two inputs the least value is black, the most white; a picture is in its own colours."} Below, predicted against true and residuals of the first target over ${subsets} rows; right predictions lie on the line.${others > 0 && ` ${plural(others, "configuration is", "configurations are")} left out: beyond the best, too long to train again, without a completed trial, or with an activation that is code.`}</p>`;
}

const predicts = ({ spec }: StudyPoint): boolean => taskOf(spec.train).name === "regression";

/** What networks that predict numbers predict, by point and epoch. */
export const fitsSection: Section = {
  id: "fits",
  title: "Fitted functions",
  render(view) {
    const all = fittedOf(view);
    if (all.length === 0)
      return {
        absent: view.study.points.some(predicts)
          ? "None were drawn: the run is not finished, its data is not where it was, or its networks are code or long to train again."
          : "Fitted functions are those of networks that predict numbers; these tell classes, or reconstruct their inputs.",
      };
    return html`${note(view, all)}
${overInputs(view, all)}<h3>Predicted and true</h3>
${againstTruth(all)}
${tableBehind({
  summary: "Table of fitted functions",
  heads: ["configuration", "seed", "epochs drawn", "rows", "RMSE of these rows"],
  rows: all.map((one) => [
    name(one.point.configuration.label),
    String(one.fit.seed),
    one.fit.frames.map(({ epoch }) => epoch).join(", "),
    `${judged(one).rows?.subset ?? "–"}`,
    formatNumber(errorOf(one)),
  ]),
})}`;
  },
};
