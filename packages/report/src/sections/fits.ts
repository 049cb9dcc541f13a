import type { FitPlaces, FittedNumbers, StudyPoint } from "@actbench/core/internal";
import { taskOf } from "@actbench/core/internal";
import { colorClass } from "../charts/color-class.js";
import { fitCurve, type Pair } from "../charts/fit-curve.js";
import { fitMap } from "../charts/fit-map.js";
import { fitScatter } from "../charts/fit-scatter.js";
import { formatNumber, plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { type EpochCard, epochChoice } from "./epoch-choice.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";

/** Predictions with their point and the places they are of. */
interface Fitted {
  readonly fit: FittedNumbers;
  readonly places: FitPlaces;
  readonly point: PointView;
  /** The rows that predictions are judged by: test, else validation, else training rows. */
  readonly subset: string;
  /** True value and prediction of each of these rows, of the first target. */
  readonly pairs: readonly Pair[];
}

// Rows behind a curve, at every moment of every network.
const MAX_ROWS = 120;

/** Best first. */
function fittedOf({ fits, ranked }: RunView): readonly Fitted[] {
  if (fits === undefined) return [];
  return ranked.flatMap((point) => {
    const fit = fits.points.find((one) => one.point === point.index);
    const places = fit && fits.places.find(({ dataset }) => dataset === fit.dataset);
    return fit === undefined || places === undefined ? [] : [{ fit, places, point, ...judged(places, fit) }];
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

/** The first of several targets that values hold. */
const firstTarget = (values: readonly number[], targets: number): readonly number[] =>
  values.filter((_, at) => at % targets === 0);

function judged({ rows, targets }: FitPlaces, fit: FittedNumbers): Pick<Fitted, "subset" | "pairs"> {
  const predicted = firstTarget(fit.rows[rows.length - 1] ?? [], targets.length);
  const { subset = "no", values = [] } = rows.at(-1) ?? {};
  const pairs = firstTarget(values, targets.length).map((value, i): Pair => [value, predicted[i] ?? value]);
  return { subset, pairs };
}

function curveAt(one: Fitted, frame: FittedNumbers["frames"][number], inputName: string): Safe | undefined {
  const { places, point } = one;
  const { grid, trained } = places;
  if (grid === undefined || trained === undefined) return undefined;
  const [left, right] = grid.domain;
  const count = places.targets.length;
  const curve = firstTarget(frame.values, count).map(
    (y, i): Pair => [left + ((right - left) * (i + 0.5)) / grid.columns, y],
  );
  const all = places.rows.flatMap(({ inputs, values }) =>
    firstTarget(values, count).map((y, i): Pair => [inputs[i] ?? 0, y]),
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

/** What a network predicts over the plane: as greys, or as colors where they are a picture's. */
function mapOf({ places, point }: Fitted, values: readonly number[], what: string): Safe | undefined {
  const { grid, targets, truth } = places;
  if (grid === undefined || grid.rows === 1) return undefined;
  const channels = targets.length === 3 && truth !== undefined ? 3 : 1;
  const shown = channels === 3 ? values : firstTarget(values, targets.length);
  const known = places.rows.flatMap((rows) => firstTarget(rows.values, targets.length));
  const range: Pair = truth === undefined ? rangeOf(known) : [0, 1];
  return fitMap({ alt: `${what}: ${point.configuration.label}`, grid, values: shown, channels, range });
}

function overInputs(view: RunView, all: readonly Fitted[]): Safe | false {
  const drawn = all.filter(({ places }) => places.grid !== undefined);
  if (drawn.length === 0) return false;
  const cards = drawn.map((one): EpochCard => {
    const frames = one.fit.frames.map((frame) => ({
      epoch: frame.epoch,
      body: curveAt(one, frame, "x") ?? mapOf(one, frame.values, `Predicted after epoch ${frame.epoch}`),
    }));
    return { point: one.point, frames };
  });
  const wide = drawn.some(({ places }) => places.grid?.rows === 1);
  return epochChoice(view, { id: "fits", cards, wide, before: truths(drawn) });
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
  for (const { places, pairs } of all) {
    const errors = pairs.map(([value, predicted]) => Math.abs(predicted - value));
    most.set(places.dataset, Math.max(most.get(places.dataset) ?? 0, ...errors));
  }
  const cards = all.map(({ places, point, subset, pairs }) => {
    const [label, target] = [point.configuration.label, places.targets[0] ?? "target"];
    const range = rangeOf(pairs.map(([value]) => value));
    const far = most.get(places.dataset) || 1;
    const ink = colorClass(point.color);
    const desc = `${plural(pairs.length, "row")} of ${subset} data.`;
    const predictions = fitScatter({
      title: `Predicted against true ${target}: ${label}`,
      desc,
      names: [`true ${target}`, "predicted"],
      rows: pairs,
      ranges: [range, range],
      right: "diagonal",
      ink,
    });
    const residuals = fitScatter({
      title: `Residuals of ${target}: ${label}`,
      desc,
      names: [`true ${target}`, "predicted less true"],
      rows: pairs.map(([value, predicted]) => [value, predicted - value]),
      ranges: [range, [-far, far]],
      right: "zero",
      ink,
    });
    return html`<div class="region-card" data-p="${point.index}"><p><i class="swatch ${ink}"></i>${name(label)}</p>${predictions}${residuals}</div>
`;
  });
  return html`<div class="maps curves">${cards}</div>`;
}

/** The root of the mean squared error of predictions for rows, of the first target. */
function errorOf({ pairs }: Fitted): number {
  const squares = pairs.reduce((sum, [value, predicted]) => sum + (predicted - value) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, pairs.length));
}

function note(view: RunView, all: readonly Fitted[]): Safe {
  const others = view.points.length - all.length;
  const subsets = [...new Set(all.map(({ subset }) => subset))].join(" or ");
  const hasCurve = all.some(({ places }) => places.trained !== undefined);
  const hasMap = all.some(({ places }) => (places.grid?.rows ?? 1) > 1);
  return html`<p class="note">Predictions of the networks in the unit of the target, ${plural(all.length, "configuration")}, best first, each at one seed, trained again when the page was made; epoch 0 is the initialization.${hasCurve && " Line: the prediction; dots: rows of the data; gray: inputs beyond those it was trained on."}${hasMap && " Over two inputs the smallest value is black, the largest white; a picture is in its own colors."} Below, predicted against true and residuals of the first target over ${subsets} rows; correct predictions lie on the line.${others > 0 && ` ${plural(others, "configuration is", "configurations are")} left out: beyond the best, too long to train again, without a completed trial, or with an activation that is code.`}</p>`;
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
          : "Fitted functions are those of networks that predict numbers; these classify, or reconstruct their inputs.",
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
    one.subset,
    formatNumber(errorOf(one)),
  ]),
})}`;
  },
};
