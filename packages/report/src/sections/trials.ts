import { lastEpoch } from "@actbench/core";
import { formatMetric, MISSING, plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import { trialValue } from "../metrics/trial-value.js";
import type { RunView } from "../view/run-view.js";
import { STATUSES, statusCounts, statusTitle, type TrialView } from "../view/trial-view.js";
import { name } from "./name.js";
import type { Section } from "./section.js";

const COLUMNS: readonly MetricName[] = [
  "validation_accuracy",
  "test_accuracy",
  "train_accuracy",
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

function epochsDone({ record }: TrialView): string {
  const last = record && lastEpoch(record);
  return last === undefined ? MISSING : String(last.epoch);
}

// End tags that HTML lets a writer leave out are left out: a table of 10,000 trials is most of a page.
function row(view: RunView, trial: TrialView, columns: readonly MetricName[]): Safe {
  const { planned, status, record } = trial;
  const point = view.pointOf(trial);
  const digest = record !== undefined && "digest" in record ? record.digest.slice(0, 8) : MISSING;
  return html`<tr id="${view.prefix}trial-${planned.trial}" data-p="${planned.point}"><td>${planned.trial}<td>${name(point?.point.label ?? MISSING)}<td>${planned.seed}<td class="s-${status}">${statusTitle(status)}<td>${epochsDone(trial)}${columns.map((metric) => html`<td>${formatMetric(metric, trialValue(record, metric))}`)}<td>${digest}
`;
}

/** The data itself: every planned trial, finished or not. */
export const trialsSection: Section = {
  id: "trials",
  title: "Every trial",
  render(view) {
    if (view.trials.length === 0) return { absent: "The plan holds no trial." };
    const columns = COLUMNS.filter((metric) =>
      view.trials.some(({ record }) => trialValue(record, metric) !== undefined),
    );
    const present = statusCounts(view.trials);
    const options = STATUSES.filter((status) => present.has(status)).map(
      (status) => html`<option>${statusTitle(status)}</option>`,
    );
    const heads = ["trial", "point", "seed", "status", "epochs", ...columns.map(metricTitle), "digest"];
    const text = new Set(["point", "status", "digest"]);
    const unplanned =
      view.unplanned > 0 &&
      html` ${plural(view.unplanned, "record belongs", "records belong")} to no line of the plan and ${view.unplanned === 1 ? "is" : "are"} left out.`;
    return html`<p class="note">${plural(view.trials.length, "trial")} in the plan's order. ${MISSING} is a value that was not measured; it is never 0.${unplanned}</p>
<form class="filter" hidden><label>Filter <input type="search" placeholder="words in any column"></label> <label>Status <select><option value="">all</option>${options}</select></label> <output></output></form>
<div class="scroll tall" tabindex="0" role="region" aria-label="Every trial"><table class="trials"><thead><tr>${heads.map((head) => html`<th scope="col"${text.has(head) ? html` class="text"` : ""}>${head}`)}<tbody>
${view.trials.map((trial) => row(view, trial, columns))}</table></div>`;
  },
};
