import { type JudgedFinalist, type JudgedFinalists, judgedFinalists } from "../analysis/judged-finalists.js";
import { formatMetric, MISSING } from "../format/format.js";
import { formatHalfWidth } from "../format/format-estimate.js";
import { html, type Safe } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import { verdictTitle } from "../verdict/verdict-title.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

/** What fresh seeds add to a table of configurations. */
export interface FreshCells {
  readonly head: Safe;
  cells(point: PointView): Safe;
}

/**
 * A finalist's value on fresh seeds with its verdict against the baseline, and its tier; undefined where
 * finalists did not run or did not end.
 */
export function freshCells(view: RunView): FreshCells | undefined {
  const judged = judgedFinalists(view);
  if (judged === undefined) return undefined;
  const byPoint = new Map(judged.rows.map((row) => [row.finalist.chosen.index, row]));
  return {
    head: html`<th scope="col" class="num">${metricTitle(judged.metric)}<small>finalists, fresh seeds</small><th scope="col" class="num">tier`,
    cells: ({ index }) => cellsOf(judged, byPoint.get(index)),
  };
}

function cellsOf({ metric }: JudgedFinalists, row: JudgedFinalist | undefined): Safe {
  const estimate = row?.finalist.fresh.estimate(metric);
  if (row === undefined || estimate === undefined)
    return html`<td class="num none">${MISSING}<td class="num none">${MISSING}`;
  const verdict = row.paired === undefined ? "" : ` · ${verdictTitle(row.paired.verdict).word}`;
  return html`<td class="num">${formatMetric(metric, estimate.mean)}<small>${formatHalfWidth(metric, estimate)}n ${estimate.n}${verdict}</small><td class="num">${row.tier ?? MISSING}`;
}
