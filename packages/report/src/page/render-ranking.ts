import { rankingChart } from "../charts/ranking-chart.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { CATEGORY_STYLE } from "./category-style.js";
import { svgFile } from "./svg-file.js";

const STYLE = `${CATEGORY_STYLE}.seed{stroke:var(--c);stroke-width:1.5;opacity:.5}.bar{stroke:var(--c);stroke-width:2.5}`;

/** A run's points in rank order as a separate SVG file, the first `most` of them. */
export function renderRanking(run: Run, most: number): string {
  const { ranked, metric } = viewRun(run);
  const rows = ranked.slice(0, most).map((point) => ({
    label: point.configuration.label,
    values: point.values(metric),
    estimate: point.estimate(metric),
    color: point.color,
  }));
  return svgFile(rankingChart(metric, rows), STYLE);
}
