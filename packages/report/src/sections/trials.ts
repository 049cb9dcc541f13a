import { lastEpoch } from "@actbench/core/internal";
import type { PackedTrial } from "../data/packed-trial.js";
import { trialRow } from "../data/page-data.js";
import { MAX_UNRUN_ROWS } from "../data/unrun.js";
import { formatInteger, MISSING, plural, shorten } from "../format/format.js";
import { cellUnit, formatCell } from "../format/format-cell.js";
import { type Content, html, type Safe } from "../html/html.js";
import { mainScores } from "../metrics/main-scores.js";
import { askedMetrics, type MetricName, metricTitle } from "../metrics/metric-name.js";
import { trialValue } from "../metrics/trial-value.js";
import type { PageView } from "../view/page-view.js";
import { rowlessTrials } from "../view/rows.js";
import { STATUSES, statusCounts, statusTitle, type TrialView } from "../view/trial-view.js";
import type { Section } from "./section.js";

/** Beside the scores that the tasks are ranked by. */
const OTHER_COLUMNS: readonly MetricName[] = [
  "validation_loss",
  "test_loss",
  "train_loss",
  "dead_rate_init",
  "dead_rate",
  "inactive_rate",
  "saturated_rate",
  "zero_fraction",
  "train_s",
  "samples_per_s",
  "peak_bytes",
];

const MAX_LABEL_LENGTH = 96;

function epochsDone({ record }: TrialView): string {
  const last = record && lastEpoch(record);
  return last === undefined ? MISSING : String(last.epoch);
}

interface Table {
  readonly view: PageView;
  readonly columns: readonly MetricName[];
}

function row({ view, columns }: Table, trial: TrialView, packed: PackedTrial): Safe {
  const { planned, status, record } = trial;
  const label = shorten(view.pointOf(trial)?.configuration.label ?? MISSING, MAX_LABEL_LENGTH).replace(
    /\s+/gu,
    " ",
  );
  const kind = status === "completed" ? "" : html` class="s-${status}"`;
  const cells = columns.map((metric) => html`<td>${formatCell(metric, trialValue(record, metric))}`);
  return trialRow(
    packed,
    view.prefix,
    html`<td>${planned.trial}<td>${label}<td>${planned.seed}<td${kind}>${statusTitle(status)}<td>${epochsDone(trial)}${cells}`,
  );
}

/** Which trials of a large study the table lists, and where the others are. */
function rowsWords(view: PageView, rowless: number): string {
  const points = new Set([...view.packed.values()].map(({ point }) => point)).size;
  return ` Listed are the ${formatInteger(view.packed.size)} trials of the ${plural(points, "best configuration")}; more rows do not fit. The outcomes and digests of the other ${formatInteger(rowless)} are in the page's data and in the run's results.csv.`;
}

/** The data itself: every planned trial, finished or not. */
export const trialsSection: Section = {
  id: "trials",
  title: "Every trial",
  render(view) {
    if (view.trials.length === 0) return { absent: "The plan holds no trial." };
    const scores = mainScores(view.study, ["validation", "test", "train"]);
    const columns = [...scores, ...OTHER_COLUMNS, ...askedMetrics(view.study)].filter((metric) =>
      view.trials.some(({ record }) => trialValue(record, metric) !== undefined),
    );
    const present = statusCounts(view.trials);
    const options = STATUSES.filter((status) => present.has(status)).map(
      (status) => html`<option>${statusTitle(status)}</option>`,
    );
    const heads: readonly Content[] = [
      "trial",
      "configuration",
      "seed",
      "status",
      "epochs",
      ...columns.map((metric) => html`${metricTitle(metric)}<small>${cellUnit(metric)}</small>`),
      "digest",
    ];
    const text: ReadonlySet<Content> = new Set(["configuration", "status", "digest"]);
    const unplanned =
      view.unplanned > 0 &&
      html` ${plural(view.unplanned, "record belongs", "records belong")} to no line of the plan and ${view.unplanned === 1 ? "is" : "are"} left out.`;
    const rowless = rowlessTrials(view);
    const unlisted = view.trials.length - view.packed.size - rowless;
    const unrun =
      unlisted > 0 &&
      html` ${plural(unlisted, "trial has", "trials have")} not run and ${unlisted === 1 ? "has" : "have"} no row: more than ${formatInteger(MAX_UNRUN_ROWS)} are not listed.`;
    return html`<p class="note">${plural(view.trials.length, "trial")} in the plan's order. ${MISSING} = not measured.${rowless > 0 && rowsWords(view, rowless)}${unrun}${unplanned}</p>
<form class="filter" hidden><label>Filter <input type="search" placeholder="words in any column"></label> <label>Status <select><option value="">all</option>${options}</select></label> <output></output></form>
<div class="scroll tall" tabindex="0" role="group" aria-label="Every trial"><table class="trials"><thead><tr>${heads.map((head) => html`<th scope="col"${text.has(head) ? html` class="text"` : ""}>${head}`)}<tbody>
${view.trials.flatMap((trial) => {
  const packed = view.packed.get(trial.planned.trial);
  return packed === undefined ? [] : row({ view, columns }, trial, packed);
})}</table></div>`;
  },
};
