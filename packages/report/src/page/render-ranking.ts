import { rankingChart } from "../charts/ranking-chart.js";
import { CATEGORIES } from "../style/palette.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { svgFile } from "./svg-file.js";

const COLORS = CATEGORIES.map(({ light }, i) => `.c${i}{--c:${light}}`).join("");
const STYLE = `svg{background:#fff;font-family:system-ui,sans-serif}text{fill:#5f6b7a;font-size:10.5px}.strong{fill:#1c2733}.grid{stroke:#e6e9ee}${COLORS}.seed{stroke:var(--c);stroke-width:1.5;opacity:.5}.bar{stroke:var(--c);stroke-width:2.5}.mean{fill:var(--c)}`;

/** A run's points in rank order as an SVG file of its own, the first `most` of them. */
export function renderRanking(run: Run, most: number): string {
  const { ranked, metric } = viewRun(run);
  const rows = ranked.slice(0, most).map((point) => ({
    label: point.point.label,
    values: point.values(metric),
    estimate: point.estimate(metric),
    color: point.color,
  }));
  return svgFile(rankingChart(metric, rows), STYLE);
}
