import type { Json } from "@actbench/core/internal";
import { UNCOLORED } from "../charts/color-class.js";
import { forestPlot, forestScale } from "../charts/forest-plot.js";
import type { MetricScale } from "../charts/metric-scale.js";
import type { AxisEffects, BestPerValue, EffectsPlace } from "../effects/axis-effects.js";
import { effectsOf } from "../effects/effects.js";
import { formatDifference, formatNumber, plural } from "../format/format.js";
import { formatPaired } from "../format/format-estimate.js";
import { levelWords } from "../format/format-level.js";
import { formatTests, formatVerdict } from "../format/format-verdict.js";
import { html, type Safe } from "../html/html.js";
import { metricTitle, metricUnit } from "../metrics/metric-name.js";
import { isShare } from "../metrics/within-bounds.js";
import type { RunView } from "../view/run-view.js";
import { card, cards } from "./card.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";

const MAX_ROWS = 40;
const MAX_PLACES = 12;

const shown = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

function placeTitle({ study }: RunView, { settings }: EffectsPlace): string {
  if (settings === undefined) return "Mean over all other settings";
  const words = study.axes.flatMap(({ name: axis }) => {
    const value = settings[axis];
    return value === undefined ? [] : `${axis.split(".").at(-1) ?? axis} ${shown(value)}`;
  });
  return words.length === 0 ? "At equal settings" : words.join(" · ");
}

interface Frame {
  readonly view: RunView;
  readonly axis: string;
  readonly scale: MetricScale;
  readonly colors: ReadonlyMap<string, number>;
}

function plot({ view, axis, scale, colors }: Frame, place: EffectsPlace): Safe {
  const title = placeTitle(view, place);
  const sorted = place.effects.toSorted(
    (a, b) =>
      view.metricSign *
        ((b.paired.difference?.mean ?? -Infinity) - (a.paired.difference?.mean ?? -Infinity)) || 0,
  );
  const rows = sorted.slice(0, MAX_ROWS).map(({ value, paired }) => ({
    label: shown(value),
    paired,
    color: axis === "activation" ? (colors.get(shown(value)) ?? UNCOLORED) : UNCOLORED,
  }));
  const missing = place.effects.reduce((sum, { paired }) => sum + paired.leftOut, 0);
  const cut = sorted.length - rows.length;
  const notes = [
    missing > 0 && `${plural(missing, "pair")} left out: a side has no result`,
    cut > 0 && `${plural(cut, "value")} not drawn`,
  ].filter((note) => note !== false);
  const margin = view.study.stats.equivalent_within;
  const chart = forestPlot({
    title,
    metric: view.metric,
    rows,
    scale,
    ...(margin !== undefined && metricUnit(view.metric) === "share" ? { margin } : {}),
  });
  return card({ title, ...(notes.length > 0 ? { note: notes.join("; ") } : {}), body: chart });
}

function effectsTable(view: RunView, places: readonly EffectsPlace[]): Safe {
  return tableBehind({
    summary: "Table of effects",
    heads: ["value", "at", "difference", "verdict", "tests", "pairs left out"],
    rows: places.flatMap((place) =>
      place.effects.map(({ value, paired }) => [
        name(shown(value)),
        name(placeTitle(view, place)),
        formatPaired(view.metric, paired),
        formatVerdict(paired),
        formatTests(paired),
        String(paired.leftOut),
      ]),
    ),
  });
}

/** Each value at its own best: what was chosen, by how much it differs, the verdict. */
function ownBest(best: BestPerValue): Safe {
  const { metric, effects, baseline, candidates } = best;
  const rows = effects.map(
    ({ chosen, candidates: of, paired }) =>
      html`<tr><th scope="row">${name(chosen.configuration.label)}<td class="num">1 of ${of}<td class="num">${formatPaired(metric, paired)}<td class="wrap">${formatVerdict(paired)}<td>${formatTests(paired)}<td class="num">${paired.leftOut}
`,
  );
  return html`<p class="note">Each at its own best: all other settings chosen by ${metricTitle(best.chosenBy)}, judged by ${metricTitle(metric)}, against ${name(baseline.configuration.label)} (1 of ${candidates}).</p>
<div class="scroll" tabindex="0" role="group" aria-label="Each at its own best"><table><thead><tr><th scope="col">point<th scope="col" class="num">chosen<th scope="col" class="num">difference<th scope="col">verdict<th scope="col">tests<th scope="col" class="num">pairs left out<tbody>
${rows}</table></div>`;
}

const hasPairs = ({ effects }: EffectsPlace): boolean =>
  effects.some(({ paired }) => paired.difference !== undefined);

function ofAxis(view: RunView, effects: AxisEffects, colors: ReadonlyMap<string, number>): Safe {
  const { axis, baseline, overall, places } = effects;
  const drawn = places.length > 1 ? places.slice(0, MAX_PLACES) : [];
  const all = [overall, ...drawn];
  const ends = all.flatMap((place) =>
    place.effects.flatMap(({ paired }) => {
      const { low, high } = paired.difference ?? {};
      return [
        ...paired.differences,
        ...(low === undefined ? [] : [low]),
        ...(high === undefined ? [] : [high]),
      ];
    }),
  );
  const fraction = isShare(view.metric);
  const values = fraction ? ends.map((v) => Math.min(1, Math.max(-1, v))) : ends;
  const frame: Frame = { view, axis, scale: forestScale(view.metric, values), colors };
  const left = places.length - drawn.length;
  const [shownPlaces, empty] = [all.filter(hasPairs), all.filter((place) => !hasPairs(place))];
  const own =
    effects.best === undefined
      ? html`<p class="note">Not compared at their own best: ${effects.whyNoBest}.</p>`
      : ownBest(effects.best);
  return html`<h3>${name(axis)} against <bdi>${shown(baseline)}</bdi></h3>
${effects.headline === "best" && own}
${cards(
  shownPlaces.map((place) => plot(frame, place)),
  html`${drawn.length > 0 && left > 0 && html`<p class="note">${plural(left, "further combination")} of other settings left out here.</p>`}${empty.length > 0 && html`<p class="note">No pair has a result on both sides: ${empty.map((place) => placeTitle(view, place)).join("; ")}.</p>`}`,
)}
${effectsTable(view, all)}
${effects.headline === "equal" && own}`;
}

const AFTER = { holm: "after Holm", bh: "after Benjamini and Hochberg" } as const;

/** Which comparisons the verdicts' p-values are corrected for, and how. */
function correctionWords({ study: { stats }, level }: RunView): string {
  const needs = `A verdict of better or worse needs a p below ${formatNumber(level.alpha, 3)}`;
  if (stats.correction === "none")
    return `${needs}. The study asks for no correction: with many comparisons some will be below it by chance.`;
  return `${needs} after correction, for among many comparisons some differ by chance alone. The comparisons of each value at its own best (of the means at equal settings, where no learning rate varies) are what the study asks: they are corrected together, ${AFTER[stats.correction]}. All others are exploration, corrected ${AFTER.bh}. Intervals are not corrected: one that leaves out 0 is not yet a verdict.`;
}

/** What a value of an axis changes against its baseline, within each seed. */
export const effectsSection: Section = {
  id: "effects",
  title: "Effects against the baseline",
  render(view) {
    if (view.study.baseline === undefined)
      return { absent: "The study names no baseline. Add one, for example baseline: { activation: relu }." };
    const all = effectsOf(view);
    if (all.length === 0)
      return {
        absent: "No point holds the baseline, or nothing differs from it: there is no pair to compare.",
      };
    const colors = new Map(view.points.map(({ activation, color }) => [activation ?? "", color]));
    const margin = view.study.stats.equivalent_within;
    const fraction = isShare(view.metric);
    const look = levelWords(view.level, view.history);
    return html`<p class="note">Difference in ${metricTitle(view.metric)}${fraction && ", in percentage points"}: the value less the baseline, within each seed and at equal settings. Dot and bar are the mean over seeds and its ${formatNumber(100 * view.level.confidence)} % interval${fraction && ", cut at ± 100"}, thin strokes the seeds; right of 0 is ${view.metricSign > 0 ? "better" : "worse"}. The axis is linear near 0 and logarithmic beyond.${margin !== undefined && metricUnit(view.metric) === "share" && ` The band is ${formatDifference(view.metric, margin).replace("+", "± ")}, what the study calls equivalent.`}</p>
<p class="note">${correctionWords(view)}${look !== "" && ` This is ${look}.`}</p>
${all.map((effects) => ofAxis(view, effects, colors))}`;
  },
};
