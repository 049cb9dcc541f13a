import { axisLine } from "../charts/axis-line.js";
import { colorClass } from "../charts/color-class.js";
import { intervalLine } from "../charts/interval-line.js";
import { type MetricScale, metricScale } from "../charts/metric-scale.js";
import { formatInteger, formatMetric, MISSING, plural } from "../format/format.js";
import { formatInterval } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { type MetricName, metricKind, metricTitle } from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import { probeSize } from "../view/probe-size.js";
import type { RunView } from "../view/run-view.js";
import { statusCounts, statusTitle } from "../view/trial-view.js";
import { name } from "./name.js";
import type { Section } from "./section.js";

const COLUMNS: readonly MetricName[] = [
  "validation_accuracy",
  "test_accuracy",
  "train_accuracy",
  "validation_loss",
  "test_loss",
  "train_loss",
  "dead_rate",
  "inactive_rate",
  "samples_per_s",
];
const PLOT_WIDTH = 180;

function cell(point: PointView, metric: MetricName): Safe {
  const estimate = point.estimate(metric);
  if (estimate === undefined) return html`<td class="num none">${MISSING}`;
  const interval = formatInterval(metric, estimate);
  return html`<td class="num">${formatMetric(metric, estimate.mean)}<small>${interval && html`${interval} `}n ${estimate.n}</small>`;
}

/** What keeps a point's n below the number of seeds, on its own line. */
function troubles(point: PointView): Safe | undefined {
  const counts = [...statusCounts(point.trials)].filter(([status]) => status !== "completed");
  if (counts.length === 0) return undefined;
  const words = counts.map(
    ([status, count]) => `${count} of ${plural(point.trials.length, "seed")} ${statusTitle(status)}`,
  );
  return html`<small class="trouble">${words.join(", ")}</small>`;
}

/** What all rows share. */
interface Board {
  readonly view: RunView;
  readonly scale: MetricScale;
  readonly columns: readonly MetricName[];
}

function row({ view, scale, columns }: Board, point: PointView, rank: number): Safe {
  const probe = probeSize(point);
  const estimate = point.estimate(view.metric);
  return html`<tr data-p="${point.point.point}"><td class="num rank">${estimate === undefined ? MISSING : rank}<th scope="row"><i class="swatch ${colorClass(point.color)}"></i>${name(point.point.label)}${troubles(point)}<td>${intervalLine({ estimate, values: point.values(view.metric), scale, width: PLOT_WIDTH, color: point.color })}${columns.map((metric) => cell(point, metric))}<td class="num">${probe.length === 0 ? MISSING : probe.map(formatInteger).join(" or ")}
`;
}

/** Every point with all its numbers, best first. */
export const leaderboardSection: Section = {
  id: "leaderboard",
  title: "Leaderboard",
  render(view) {
    if (view.points.every(({ completed }) => completed === 0))
      return { absent: "No trial has completed, so there is no value to rank by." };
    const measured = COLUMNS.filter((metric) => view.points.some((p) => p.estimate(metric) !== undefined));
    const columns = [...measured].sort((a, b) => Number(b === view.metric) - Number(a === view.metric));
    const drawn = view.points.flatMap((point) => {
      const { mean, low = mean, high = mean } = point.estimate(view.metric) ?? {};
      return mean === undefined ? [] : [mean, low ?? mean, high ?? mean, ...point.values(view.metric)];
    });
    const values = ["accuracy", "rate"].includes(metricKind(view.metric))
      ? drawn.map((v) => Math.min(1, Math.max(0, v)))
      : drawn;
    const scale = metricScale({ metric: view.metric, values, range: [4, PLOT_WIDTH - 4], gap: 36 });
    const heads = columns.map((metric) => html`<th scope="col" class="num">${metricTitle(metric)}`);
    return html`<p class="note">Mean over completed seeds of the last epoch's weights, ${Math.round(view.confidence * 100)} % interval, n seeds. Ranked by ${metricTitle(view.metric)}; points of which a seed diverged come after all others. Throughput was measured while all workers were busy and ranks nothing. ${scale.note}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Leaderboard"><table class="board"><thead><tr><th scope="col" class="num">#<th scope="col">point<th scope="col">${metricTitle(view.metric)}<br>${axisLine(scale, PLOT_WIDTH)}${heads}<th scope="col" class="num">probe n<tbody>
${view.ranked.map((point, i) => row({ view, scale, columns }, point, i + 1))}</table></div>`;
  },
};
