import { type GoodRateRanges, type GoodRates, goodRates } from "../analysis/good-rates.js";
import { isNotShown } from "../analysis/not-shown.js";
import { formatNumber, MISSING } from "../format/format.js";
import { html, type Safe } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import type { RunView } from "../view/run-view.js";
import { name } from "./name.js";

function decadesOf({ decades }: GoodRates): string {
  if (decades === undefined) return MISSING;
  const { mean, low, high, n } = decades;
  const interval =
    low === undefined || high === undefined
      ? ""
      : ` [${formatNumber(Math.max(0, low), 2)}, ${formatNumber(high, 2)}]`;
  return `${formatNumber(mean, 2)}${interval}, n = ${n}`;
}

function row(range: GoodRates): Safe {
  const { label, low, high, open } = range;
  const ends =
    low === undefined || high === undefined ? MISSING : `${formatNumber(low)} to ${formatNumber(high)}`;
  return html`<tr><th scope="row">${name(label)}<td class="num">${ends}<td class="num">${decadesOf(range)}<td class="num">${open}
`;
}

function table({ metric, ranges }: GoodRateRanges): Safe {
  return html`<p class="note">Good rates of a seed are those around its best whose ${metricTitle(metric)} is within the margin of equivalence, without a gap; at each rate the other settings are chosen on validation. A range that reaches the lowest or highest rate tried may be wider.</p>
<div class="scroll" tabindex="0" role="group" aria-label="Good learning rates"><table><thead><tr><th scope="col">activation<th scope="col" class="num">good rates, over all seeds<th scope="col" class="num">decades of a seed<th scope="col" class="num">seeds that reach an end<tbody>
${ranges.map(row)}</table></div>`;
}

/** How wide the range of good learning rates of each activation is, or why that is not known. */
export function goodRatesTable(view: RunView): Safe {
  const found = goodRates(view);
  return html`<h3>Good learning rates</h3>
${isNotShown(found) ? html`<p class="note">Not shown: ${found.why}.</p>` : table(found)}`;
}
