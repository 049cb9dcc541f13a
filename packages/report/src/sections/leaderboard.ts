import { testSetError } from "../analysis/test-set-error.js";
import { axisLine } from "../charts/axis-line.js";
import { colorClass } from "../charts/color-class.js";
import { intervalLine } from "../charts/interval-line.js";
import { type MetricScale, metricScale } from "../charts/metric-scale.js";
import { pointsTableOf } from "../export/points-table.js";
import { capital } from "../format/capital.js";
import { coverWords } from "../format/cover-words.js";
import {
  formatInteger,
  formatMetric,
  formatNumber,
  formatPercent,
  MISSING,
  plural,
} from "../format/format.js";
import { formatHalfWidth } from "../format/format-estimate.js";
import { groupsWords } from "../format/format-groups.js";
import { rankingWords } from "../format/format-ranking.js";
import { formatNanoseconds } from "../format/format-speed.js";
import { html, type Safe } from "../html/html.js";
import { mainScores } from "../metrics/main-scores.js";
import { askedMetrics, isScore, type MetricName, metricTitle } from "../metrics/metric-name.js";
import { isShare, withinBounds } from "../metrics/within-bounds.js";
import type { Estimate } from "../stats/t-interval.js";
import { metricClass } from "../style/metric-labels.js";
import { neverDead } from "../view/never-dead.js";
import type { PointView } from "../view/point-view.js";
import { probeSize } from "../view/probe-size.js";
import { rowlessTrials } from "../view/rows.js";
import type { RunView } from "../view/run-view.js";
import { seedGroups } from "../view/seed-groups.js";
import { type FreshCells, freshCells } from "./fresh-cells.js";
import { latexBehind } from "./latex-behind.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { statusWords } from "./status-words.js";

/** Beside the scores that the tasks are ranked by. */
const OTHER_COLUMNS: readonly MetricName[] = [
  "test_mae",
  "test_r2",
  "test_loss",
  "dead_rate",
  "inactive_rate",
  "samples_per_s",
];
const PLOT_WIDTH = 180;
// More lines nobody reads, and their plots would be a fifth of a large page.
const MAX_ROWS = 150;
/** Rows that a reader sees first; the page's script shows all. */
const FIRST_ROWS = 10;

function cell(view: RunView, point: PointView, metric: MetricName): Safe {
  const estimate = point.estimate(metric);
  if (estimate === undefined) return html`<td class="num none ${metricClass(metric)}">${MISSING}`;
  return html`<td class="num ${metricClass(metric)}">${formatMetric(metric, estimate.mean)}<small>${spreadWords(view, point, { metric, estimate })}</small>`;
}

/** The time of an update; rounds are no seeds. */
function stepCell({ stepTime }: PointView): Safe {
  if (stepTime === undefined) return html`<td class="num none">${MISSING}`;
  const { p50_ns, interval, n } = stepTime;
  return html`<td class="num">${formatNanoseconds(p50_ns)}<small>${formatNanoseconds(interval.low)} to ${formatNanoseconds(interval.high)} · ${plural(n, "round")}</small>`;
}

interface Shown {
  readonly metric: MetricName;
  readonly estimate: Estimate;
}

/** Half the interval and n. Where seeds fall into two groups, Student's interval describes neither. */
function spreadWords(view: RunView, point: PointView, { metric, estimate }: Shown): string {
  if (metric === "dead_rate" && neverDead(view, point)) return "by definition";
  const { mean, low = mean, high = mean } = estimate;
  // Wider than the value it belongs to: that is no figure.
  if (!isShare(metric) && high - low > 2 * Math.abs(mean)) return `n ${estimate.n}`;
  const learning = isScore(metric);
  if (learning && seedGroups(view, point) !== undefined) return `two groups · n ${estimate.n}`;
  return `${formatHalfWidth(metric, estimate)}n ${estimate.n}`;
}

/** What keeps a point's n below the number of seeds, and seeds that did not learn, on their own line. */
function troubles(view: RunView, point: PointView): Safe | undefined {
  const groups = seedGroups(view, point);
  const words = [
    ...(point.completed === point.trials.length ? [] : [statusWords(point)]),
    ...(groups === undefined ? [] : [groupsWords(groups)]),
  ];
  return words.length === 0 ? undefined : html`<small class="trouble">${words.join(" · ")}</small>`;
}

/** What all rows share. */
interface Board {
  readonly view: RunView;
  readonly scale: MetricScale;
  readonly columns: readonly MetricName[];
  /** Examples of the probe where they are as many for all points. */
  readonly probe: string | undefined;
  readonly fresh: FreshCells | undefined;
}

const probeWords = (point: PointView): string => {
  const probe = probeSize(point);
  return probe.length === 0 ? MISSING : probe.map(formatInteger).join(" or ");
};

/** The size of the probe where all points have the same: the head says it once. */
function sharedProbe(points: readonly PointView[]): string | undefined {
  const [first, ...others] = new Set(points.filter((p) => probeSize(p).length > 0).map(probeWords));
  return others.length === 0 ? first : undefined;
}

function row({ view, scale, columns, probe, fresh }: Board, point: PointView, rank: number): Safe {
  const estimate = point.estimate(view.metric);
  const { byStepTime } = view.ranking;
  const hasRank = (byStepTime ? point.stepTime : estimate) !== undefined;
  return html`<tr data-p="${point.index}"><td class="num rank">${hasRank ? rank : MISSING}<th scope="row"><i class="swatch ${colorClass(point.color)}"></i>${name(point.configuration.label)}${troubles(view, point)}${byStepTime && stepCell(point)}${cell(view, point, view.metric)}<td class="plot">${intervalLine({ estimate, values: point.values(view.metric), scale, width: PLOT_WIDTH, color: point.color })}${fresh?.cells(point)}${columns.map((metric) => cell(view, point, metric))}${probe === undefined && html`<td class="num">${probeWords(point)}`}
`;
}

/** What the intervals leave out, once for all of them; empty where nothing was tested. */
function testSetWords(view: RunView): string {
  const found = testSetError(view);
  if (found === undefined) return "";
  const { accuracy, examples, error } = found;
  return ` Intervals describe the variation over ${coverWords(view.study)}; the test set's own sampling error (one standard error) is ± ${formatNumber(100 * error, 2)} pp at an accuracy of ${formatPercent(accuracy, 1)} on ${formatInteger(examples)} examples.`;
}

/**
 * What the plots' axis has to hold: the first rows with their intervals. What is beyond has an arrow at the
 * edge.
 */
function contenders({ ranked, metric }: RunView) {
  const first = ranked.filter((point) => point.diverged === 0).slice(0, FIRST_ROWS);
  const shown = first.length > 0 ? first : ranked;
  const ends = shown.flatMap((point) => {
    const { low, high } = point.estimate(metric) ?? {};
    return [low, high].flatMap((end) => (end === undefined ? [] : withinBounds(metric, end)));
  });
  return { values: shown.flatMap((point) => point.values(metric)), ends };
}

/** Every point with all its numbers, best first. */
export const leaderboardSection: Section = {
  id: "leaderboard",
  title: "Leaderboard",
  render(view) {
    if (view.points.every(({ completed }) => completed === 0))
      return { absent: "No trial has completed, so there is no value to rank by." };
    const shown = view.ranked.slice(0, MAX_ROWS);
    const left = view.ranked.length - shown.length;
    const scores = mainScores(view.study, ["validation", "test", "train"]);
    const columns = [...scores, ...OTHER_COLUMNS, ...askedMetrics(view.study)].filter(
      (metric) => metric !== view.metric && view.points.some((p) => p.estimate(metric) !== undefined),
    );
    const scale = metricScale({
      metric: view.metric,
      ...contenders(view),
      range: [4, PLOT_WIDTH - 4],
      gap: 36,
    });
    const probe = sharedProbe(view.points);
    const fresh = freshCells(view);
    const head = (metric: MetricName): Safe =>
      html`<th scope="col" class="num">${metricTitle(metric)}${metric === "inactive_rate" && probe !== undefined && html`<small>on ${probe} examples</small>`}`;
    return html`<p class="note">Mean over completed seeds ± half the width of its ${formatPercent(view.confidence, 0)} confidence interval (shown as low to high where it was clipped at 0 or 100 %), at the last epoch. In the plot, the bar is the interval and each stroke a seed; arrows mark what lies outside of the plot. ${capital(rankingWords(view.ranking))}; configurations with any diverged seed are listed last. ${view.metric === "samples_per_s" ? "Throughput was measured while all workers were busy, and depends on the load." : "Throughput was measured while all workers were busy, and is not used for ranking."}${testSetWords(view)}${fresh !== undefined && html` Ranks use the seeds that chose the configuration; for which activation is better read the column of fresh seeds, see <a href="#${view.prefix}finalists">Finalists on fresh seeds</a>.`} ${scale.note}${left > 0 && ` Shown are the ${shown.length} best; of the other ${plural(left, "configuration")} every trial is in the ${rowlessTrials(view) === 0 ? "trial table" : "page's data"}.`}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Leaderboard"><table class="board"><thead><tr><th scope="col" class="num">#<th scope="col">configuration${view.ranking.byStepTime && html`<th scope="col" class="num">${metricTitle("step_ns")}`}${head(view.metric)}<th scope="col" class="unsorted">seeds and interval<br>${axisLine(scale, PLOT_WIDTH)}${fresh?.head}${columns.map(head)}${probe === undefined && html`<th scope="col" class="num">probe n`}<tbody>
${shown.map((point, i) => row({ view, scale, columns, probe, fresh }, point, i + 1))}</table></div>
${left === 0 && latexBehind(pointsTableOf(view))}`;
  },
};
