import { formatInteger, plural } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { machinesText } from "../view/machine-kinds.js";
import type { RunView } from "../view/run-view.js";
import { statusCounts, statusTitle } from "../view/trial-view.js";

/** `2026-03-14T15:09:26.000Z` as `2026-03-14 15:09 UTC`; anything else as it is. */
function moment(iso: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:[\d.]+)?Z$/.exec(iso);
  return found === null ? iso : `${found[1]} ${found[2]} UTC`;
}

/** Widths are attributes of SVG shapes, since the page's policy allows no inline style. */
function statusBar(view: RunView): Safe {
  const counts = [...statusCounts(view.trials)];
  const total = Math.max(1, view.trials.length);
  let at = 0;
  const parts = counts.map(([status, count]) => {
    const part = html`<rect class="s-${status}" x="${at}" width="${(count / total) * 100}" height="1"/>`;
    at += (count / total) * 100;
    return part;
  });
  const words = counts.map(
    ([status, count]) =>
      html`<li><i class="swatch s-${status}"></i>${formatInteger(count)} ${statusTitle(status)}`,
  );
  return html`<svg class="status" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${parts}</svg><ul class="counts">${words}</ul>`;
}

/** The processor of a run's machine, or how many machines there were. */
function ranOn({ study, history, kinds }: RunView): Safe {
  return history?.places === undefined ? html`<bdi>${study.machine.cpu}</bdi>` : html`${machinesText(kinds)}`;
}

/** What was run, in a few lines: grid, data, machine, and how the trials ended. */
export function runFacts(view: RunView): Safe {
  const { study } = view;
  const grid = study.axes.map(
    ({ name: axis, values }) => html`<li><bdi>${axis}</bdi> <b>${values.length}</b>`,
  );
  const data = study.data.map((card) => html`<bdi>${card.name}</bdi> `);
  return html`<div class="facts-of-run">${statusBar(view)}
<ul class="axes">${grid}<li>configurations <b>${formatInteger(study.points.length)}</b><li>seeds <b>${study.seeds.length}</b><li>trials <b>${formatInteger(view.trials.length)}</b></ul>
<p class="facts-line">${moment(study.created)} · ${data}· ${ranOn(view)}, ${plural(study.workers, "worker")} · actbench ${study.version}</p></div>`;
}
