import { isNotShown } from "../analysis/not-shown.js";
import { type VarianceShare, varianceShares } from "../analysis/variance-shares.js";
import { shareBars } from "../charts/share-bars.js";
import type { DrawnChart } from "../figure/drawn-chart.js";
import { chanceWords } from "../format/chance-words.js";
import { formatPercent, MISSING } from "../format/format.js";
import { html } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
import type { RunView } from "../view/run-view.js";
import { absentBecause } from "./absent-because.js";
import { name } from "./name.js";
import type { Section } from "./section.js";
import { tableBehind } from "./table-behind.js";
import { wideFigure } from "./wide-figure.js";

const MAX_BARS = 12;

/** A share of chance alone may be below 0 after correction. */
const signed = (share: number): string => formatPercent(share, 2).replace("-", "−");

const lineOf = ({ source, share, omega, df }: VarianceShare) => [
  name(source),
  formatPercent(share, 2),
  omega === undefined ? MISSING : signed(omega),
  String(df),
];

/** The chart of this section alone; undefined where the shares are not known. */
export function importanceChart(view: RunView): DrawnChart | undefined {
  const found = varianceShares(view);
  if (isNotShown(found)) return undefined;
  const { shares, metric } = found;
  const bars = shares
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MAX_BARS)
    .map(({ source, share }) => ({ name: source, share }));
  const title = `Fraction of the variation of ${metricTitle(metric)}`;
  return {
    title,
    marks: `fraction of the variation of ${metricTitle(metric)} (η², analysis of variance with seeds as blocks)`,
    draw: (size) => shareBars({ title, bars }, size),
  };
}

/** What moves the metric: which setting, or only the seed. */
export const varianceSection: Section = {
  id: "variance",
  title: "Which setting matters (parameter importance)",
  render(view) {
    const found = varianceShares(view);
    if (isNotShown(found)) return absentBecause(found);
    const { shares, metric, seeds } = found;
    const sorted = shares.toSorted((a, b) => b.share - a.share);
    const drawn = sorted.slice(0, MAX_BARS);
    const chart = importanceChart(view);
    return html`<p class="note">Where the differences in ${metricTitle(metric)} come from: analysis of variance of the complete grid with ${seeds} seeds as blocks. A setting's share is what its values explain alone, a × b what two explain only together; <i>seed</i>: variation common to all settings; <i>seed × settings</i>: residual variation. Shares depend on the values that the study tries. A diverged trial counts as ${chanceWords(metric)}.</p>
${chart && wideFigure({ title: chart.title, draw: chart.draw, ...(sorted.length > drawn.length ? { note: `the ${drawn.length} largest; the table has all` } : {}) })}
${tableBehind({
  summary: "Table of shares",
  heads: ["source", "fraction (η²)", "bias-corrected (ω²)", "degrees of freedom"],
  rows: sorted.map(lineOf),
})}`;
  },
};
