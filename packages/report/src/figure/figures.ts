import { verdictFigure } from "../headline/verdict-figure.js";
import { curveMetric } from "../sections/curves/curve-metric.js";
import { bestCurves } from "../sections/curves/overlay.js";
import { learningRateChart } from "../sections/learning-rate.js";
import { paretoChart } from "../sections/pareto.js";
import { regionGrid } from "../sections/region-grid.js";
import { deadMap } from "../sections/units/over-axes.js";
import { importanceChart } from "../sections/variance.js";
import type { PageView } from "../view/page-view.js";
import type { DrawnChart } from "./drawn-chart.js";

/** The figures that can be taken away, by name: each is undefined where a run has nothing to draw. */
export const FIGURES: Readonly<Record<FigureName, (view: PageView) => DrawnChart | undefined>> = {
  forest: verdictFigure,
  curves: (view) => {
    const metric = curveMetric(view);
    return metric === undefined ? undefined : bestCurves(view, metric);
  },
  dead: deadMap,
  "learning-rate": learningRateChart,
  importance: importanceChart,
  pareto: paretoChart,
  regions: regionGrid,
};

export const FIGURE_NAMES = [
  "forest",
  "curves",
  "dead",
  "learning-rate",
  "importance",
  "pareto",
  "regions",
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];
