import { type VerdictRow, verdictPlot } from "../charts/verdict-plot.js";
import type { DrawnChart } from "../figure/drawn-chart.js";
import { formatDifference } from "../format/format.js";
import { metricTitle } from "../metrics/metric-name.js";
import { verdictTitle } from "../verdict/verdict-title.js";
import type { RunView } from "../view/run-view.js";
import { headlineOf } from "./headline.js";
import { type HeadlineRow, placeWords } from "./headline-row.js";

/** The plot of the headline comparison; undefined where no row has a difference. */
export function verdictFigure(view: RunView): DrawnChart | undefined {
  const headline = headlineOf(view);
  if (headline === undefined) return undefined;
  const { metric, sign, margin, reference } = headline;
  // Where both sides diverged at every seed, both count as chance: a difference of 0 that says nothing.
  const rows = headline.rows.filter(
    ({ paired, allDiverged }) => paired.difference !== undefined && !(allDiverged && reference.allDiverged),
  );
  if (rows.length === 0) return undefined;
  const settings = headline.place === "equal" ? "" : `, ${placeWords(headline)}`;
  const title = `Differences from ${reference.name} in ${metricTitle(metric)}${settings}`;
  const plot = { title, metric, sign, margin, reference: reference.name, rows: rows.map(rowOf) };
  const shaded =
    margin === undefined
      ? ""
      : `, shaded: ${formatDifference(metric, margin).replace("+", "± ")}, equivalent`;
  return {
    title,
    marks: `${metricTitle(metric)} minus that of ${reference.name}${settings}, paired by seed; strokes: seeds${shaded}`,
    hasIntervals: true,
    draw: (size) => verdictPlot(plot, size),
  };
}

function rowOf({ name: label, color, paired, allDiverged }: HeadlineRow): VerdictRow {
  return { label, color, paired, ...verdictTitle(allDiverged ? "diverged" : paired.verdict) };
}
