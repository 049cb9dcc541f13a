import type { Json } from "@actbench/core/internal";
import { colorClass, UNCOLORED } from "../charts/color-class.js";
import { forestPlot, forestScale } from "../charts/forest-plot.js";
import type { MetricScale } from "../charts/metric-scale.js";
import type { AxisEffects, BestPerValue, EffectsPlace } from "../effects/axis-effects.js";
import { effectsOf } from "../effects/effects.js";
import { formatDifference, formatNumber, MISSING, plural } from "../format/format.js";
import { formatPaired } from "../format/format-estimate.js";
import { levelWords } from "../format/format-level.js";
import { formatTests, formatVerdict } from "../format/format-verdict.js";
import { html, type Safe } from "../html/html.js";
import { type MetricName, metricTitle, metricUnit } from "../metrics/metric-name.js";
import { isShare } from "../metrics/within-bounds.js";
import { median } from "../stats/median.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import { verdictTitle } from "../verdict/verdict-title.js";
import { MAX_SEEDS_ADVISED } from "../verdict/why-undecided.js";
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
  return words.length === 0 ? "At matched settings" : words.join(" · ");
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
    missing > 0 && `${plural(missing, "missing pair")}: a side has no result`,
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
    heads: ["value", "at", "difference", "verdict", "tests", "missing pairs"],
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

/** What these seeds can detect of a comparison: never more than is possible. */
function detectable(metric: MetricName, { tested }: JudgedEffect): string {
  const finds = tested?.finds;
  return finds === undefined ? "none possible" : formatDifference(metric, finds).replace("+", "");
}

/** Seeds with 80 % power for a difference of the margin. */
function seedsFor({ tested }: JudgedEffect): string {
  if (tested?.equivalence === undefined) return MISSING;
  const { needed = Infinity } = tested;
  return needed > MAX_SEEDS_ADVISED ? `> ${MAX_SEEDS_ADVISED}` : String(needed);
}

/** Each value at its own best: what was chosen, by how much it differs, the verdict. */
function ownBest(best: BestPerValue): Safe {
  const { metric, effects, baseline, candidates } = best;
  const rows = effects.map(({ chosen, candidates: of, paired }) => {
    const { word, tone } = verdictTitle(
      chosen.diverged === chosen.trials.length ? "diverged" : paired.verdict,
    );
    const why = [paired.cause, paired.remark].filter(Boolean).join("; ");
    return html`<tr><th scope="row"><i class="swatch ${colorClass(chosen.color)}"></i>${name(chosen.configuration.label)}<small>best of ${plural(of, "setting")}</small><td class="num" data-l="difference">${formatPaired(metric, paired)}<td data-l=""><b class="tone-${tone}">${word}</b>${why !== "" && html`<small class="why">${why}</small>`}<td data-l="p">${formatTests(paired)}<td class="num" data-l="minimum detectable">${detectable(metric, paired)}<td class="num" data-l="seeds needed">${seedsFor(paired)}<td class="num" data-l="missing pairs">${paired.leftOut}
`;
  });
  return html`<p class="note">Each at its best settings, chosen by ${metricTitle(best.chosenBy)} and judged by ${metricTitle(metric)}, against ${name(baseline.configuration.label)} (best of ${candidates}). The minimum detectable effect is the smallest difference that these seeds detect with 80 % power, after correction.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Each at its best settings"><table class="board"><thead><tr><th scope="col">configuration<th scope="col" class="num">difference<th scope="col">verdict<th scope="col">tests<th scope="col" class="num">minimum detectable effect<th scope="col" class="num">seeds for the margin<th scope="col" class="num">missing pairs<tbody>
${rows}</table></div>`;
}

/** What the seeds of the headline comparisons can decide, once for all of them. */
function powerBox(view: RunView, effects: readonly AxisEffects[]): Safe | false {
  const judged = effects.flatMap(({ headline, best, overall }) =>
    headline === "best" && best !== undefined
      ? best.effects.map(({ paired }) => ({ metric: best.metric, paired }))
      : overall.effects.map(({ paired }) => ({ metric: view.metric, paired })),
  );
  const tested = judged.flatMap(({ metric, paired }) =>
    paired.tested === undefined ? [] : { metric, tested: paired.tested },
  );
  const [first] = tested;
  if (first === undefined || view.study.seeds.length < 2) return false;
  const middle = median(tested.map((one) => one.tested.finds ?? Infinity)) ?? Infinity;
  const amount = (value: number): string => formatDifference(first.metric, value).replace("+", "");
  const margin = first.tested.equivalence?.margin;
  const needed = median(tested.map((one) => one.tested.needed ?? Infinity)) ?? Infinity;
  const useful = Number.isFinite(middle) && !(isShare(first.metric) && middle > USELESS);
  return html`<p class="power"><b>Power.</b> ${plural(view.study.seeds.length, "seed")}, ${plural(judged.length, "comparison")}: ${useful ? `minimum detectable effect ${amount(middle)} in the median comparison (80 % power)` : "these seeds can detect nothing useful in the median comparison"}.${margin !== undefined && ` Detecting ${amount(margin)}, the margin, needs ${needed > MAX_SEEDS_ADVISED ? `> ${MAX_SEEDS_ADVISED}` : Math.ceil(needed)} seeds in the median comparison.`}</p>`;
}

/** Of accuracies and rates: who wants to know of a difference this large needs no statistics. */
const USELESS = 0.2;

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
      ? html`<p class="note">Not compared at their best settings: ${effects.whyNoBest}.</p>`
      : ownBest(effects.best);
  return html`<h3>${name(axis)} against <bdi>${shown(baseline)}</bdi></h3>
${effects.headline === "best" && own}
${cards(
  shownPlaces.slice(0, 1).map((place) => plot(frame, place)),
  "",
)}
${
  shownPlaces.length > 1 &&
  html`<details class="all"><summary>At each combination of other settings (${shownPlaces.length - 1}): exploratory</summary>${cards(
    shownPlaces.slice(1).map((place) => plot(frame, place)),
    "",
  )}</details>`
}
${html`${drawn.length > 0 && left > 0 && html`<p class="note">${plural(left, "further combination")} of other settings left out here.</p>`}${empty.length > 0 && html`<p class="note">No pair has a result on both sides: ${empty.map((place) => placeTitle(view, place)).join("; ")}.</p>`}`}
${effectsTable(view, all)}
${effects.headline === "equal" && own}`;
}

const AFTER = { holm: "Holm", bh: "Benjamini–Hochberg" } as const;

/** Which comparisons the verdicts' p-values are corrected for, and how. */
function correctionWords({ study: { stats }, level }: RunView): string {
  const needs = `Better and worse require p < ${formatNumber(level.alpha, 3)}`;
  if (stats.correction === "none")
    return `${needs}. The sweep file turns correction off, so with many comparisons some p-values are below this level by chance.`;
  return `${needs} after correction for multiple comparisons. The main comparisons (each value at its best settings or, where no learning rate varies, the means at matched settings) are corrected as one family (${AFTER[stats.correction]}); all others are exploratory (${AFTER.bh}). Intervals are uncorrected, so excluding 0 is not enough for a verdict.`;
}

/** What a value of an axis changes against its baseline, within each seed. */
export const effectsSection: Section = {
  id: "effects",
  title: "Effects against the baseline",
  render(view) {
    if (view.study.baseline === undefined)
      return { absent: "The study names no baseline.", yaml: "baseline: { activation: relu }" };
    const all = effectsOf(view);
    if (all.length === 0)
      return {
        absent:
          "No configuration has the baseline value, or nothing differs from it, so there is no pair to compare.",
      };
    const colors = new Map(view.points.map(({ activation, color }) => [activation ?? "", color]));
    const margin = view.study.stats.equivalent_within;
    const fraction = isShare(view.metric);
    const look = levelWords(view.level, view.history);
    return html`<p class="note">Difference in ${metricTitle(view.metric)} from the baseline${fraction && ", in percentage points"}, paired by seed, all other settings equal. Dot and bar: mean over seeds and its ${formatNumber(100 * view.level.confidence)} % confidence interval${fraction && ", clipped at ± 100"}; thin strokes: seeds; right of 0 is ${view.metricSign > 0 ? "better" : "worse"}.${margin !== undefined && metricUnit(view.metric) === "share" && ` Shaded: ${formatDifference(view.metric, margin).replace("+", "± ")}, which the study calls equivalent.`} ${correctionWords(view)}${look !== "" && ` This is ${look}.`}</p>
${powerBox(view, all)}
${all.map((effects) => ofAxis(view, effects, colors))}`;
  },
};
