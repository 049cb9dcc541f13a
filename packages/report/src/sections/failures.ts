import type { TrialRecord } from "@actbench/core/internal";
import { formatBytes, formatInteger, formatNumber, MISSING, plural, shorten } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import type { PageView } from "../view/page-view.js";
import { rowlessTrials } from "../view/rows.js";
import { statusTitle, type TrialView } from "../view/trial-view.js";
import { name } from "./name.js";
import type { Section } from "./section.js";

const MAX_ROWS = 200;
const MAX_MESSAGE_LENGTH = 400;

function story(record: TrialRecord | undefined): string {
  if (record === undefined) return "has no record: it was not run yet";
  switch (record.status) {
    case "completed":
      return "";
    case "diverged": {
      const layer = record.layer === undefined ? "" : ` in layer ${record.layer}`;
      const loss =
        record.last_finite_loss === undefined
          ? ""
          : `; last finite loss ${formatNumber(record.last_finite_loss)}`;
      return `not finite at update ${formatInteger(record.step)}${layer}${loss}`;
    }
    case "timed_out":
      return `stopped after ${formatNumber(record.after_s)} s`;
    case "out_of_memory": {
      const needed = record.needed_bytes === undefined ? "" : `needed ${formatBytes(record.needed_bytes)}, `;
      return `${needed}limit ${formatBytes(record.limit_bytes)}`;
    }
    case "failed":
      return `${record.error.code}: ${shorten(record.error.message, MAX_MESSAGE_LENGTH)}`;
    case "pruned":
      return `stopped early at rung ${record.rung}, on purpose${record.depended_on_machine === true ? ". A trial of that rung failed or timed out and was ranked last, so this decision depended on the machine" : ""}`;
    default:
      return record satisfies never;
  }
}

function row(view: PageView, trial: TrialView): Safe {
  const { planned, status, record } = trial;
  const retries = record?.retries ?? 0;
  const label = view.pointOf(trial)?.configuration.label ?? MISSING;
  return html`<tr data-p="${planned.point}"><th scope="row">${view.packed.has(planned.trial) ? html`<a href="#${view.prefix}trial-${planned.trial}">${planned.trial}</a>` : planned.trial}<td>${name(label)}<td class="num">${planned.seed}<td class="s-${status}">${statusTitle(status)}<td class="story"><bdi>${story(record)}</bdi>${retries > 0 && ` (${plural(retries, "retry", "retries")} before)`}
`;
}

/** Every trial that did not complete, by name, with what is known of it. */
export const failuresSection: Section = {
  id: "failures",
  title: "Failures and divergences",
  closed: true,
  render(view) {
    const troubled = view.trials
      .filter(({ status }) => status !== "completed")
      .sort((a, b) => Number(a.status === "missing") - Number(b.status === "missing"));
    if (troubled.length === 0) return { absent: "None: every planned trial completed." };
    const shown = troubled.slice(0, MAX_ROWS);
    const left = troubled.length - shown.length;
    return html`<p class="note">Divergence is a result of the settings, and pruned trials were stopped early on purpose; the others are faults or limits, and their trials count as missing.${left > 0 && ` Shown are the first ${MAX_ROWS}, those that ended before those that have not run; ${formatInteger(left)} more stand in the ${rowlessTrials(view) === 0 ? "trial table" : "page's data"}.`}</p>
<div class="scroll" tabindex="0" role="group" aria-label="Failures and divergences"><table><thead><tr><th scope="col">trial<th scope="col">configuration<th scope="col" class="num">seed<th scope="col">status<th scope="col">what happened<tbody>
${shown.map((trial) => row(view, trial))}</table></div>`;
  },
};
