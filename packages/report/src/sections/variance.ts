import { isNotShown } from "../analysis/not-shown.js";
import { type VarianceShare, varianceShares } from "../analysis/variance-shares.js";
import { shareBars } from "../charts/share-bars.js";
import { chanceWords } from "../format/chance-words.js";
import { formatPercent, MISSING } from "../format/format.js";
import { html } from "../html/html.js";
import { metricTitle } from "../metrics/metric-name.js";
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
    const title = `Share of the variation of ${metricTitle(metric)}`;
    return html`<p class="note">Where the differences in ${metricTitle(metric)} come from: analysis of variance of the complete grid with ${seeds} seeds as blocks. A setting's share is what its values explain alone, a × b what two explain only together; seed is luck that all points share, seed × settings luck that each has for itself. Shares depend on the values that the study tries. A diverged trial counts as ${chanceWords(metric)}.</p>
${wideFigure({ title, draw: (size) => shareBars({ title, bars: drawn.map(({ source, share }) => ({ name: source, share })) }, size), ...(sorted.length > drawn.length ? { note: `the ${drawn.length} largest; the table has all` } : {}) })}
${tableBehind({
  summary: "Table of shares",
  heads: ["source", "share (η²)", "without what chance gives (ω²)", "degrees of freedom"],
  rows: sorted.map(lineOf),
})}`;
  },
};
