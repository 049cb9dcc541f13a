import { byActivation } from "../../analysis/by-activation.js";
import { choiceFor, choose } from "../../effects/choose.js";
import type { PageView } from "../../view/page-view.js";
import type { PointView } from "../../view/point-view.js";
import { hasCurves } from "../../view/rows.js";

/** Lines that a reader can tell apart by their names at the end. */
const MAX_LINES = 14;

/** A line of a chart of learning curves: its name, and the configuration whose mean it is. */
export interface CurveLine {
  readonly name: string;
  readonly point: PointView;
  /** The number by which the configuration lights up in its run's part of the page. */
  readonly place?: number;
  /** A class of its stroke, after a space. */
  readonly dash?: string;
}

/**
 * Each activation's best configuration by validation, best first; where one activation is, the best
 * configurations.
 */
export function curveLines(view: PageView, most = MAX_LINES): readonly CurveLine[] {
  return linesOf(view)
    .slice(0, most)
    .map((line) => ({ ...line, place: line.point.index }));
}

function linesOf(view: PageView): readonly CurveLine[] {
  const groups = byActivation(view);
  const choice = choiceFor(view);
  const shown = view.ranked.filter((point) => hasCurves(view, point) && point.completed > 0);
  if (groups.length < 2) return shown.map((point) => ({ name: point.configuration.label, point }));
  const best = groups.flatMap(({ label, points }): CurveLine[] => {
    const point =
      (choice && choose(view, points, choice.chosenBy)) ?? view.ranked.find((one) => points.includes(one));
    return point === undefined || !shown.includes(point) ? [] : [{ name: label, point }];
  });
  return best.toSorted((a, b) => view.ranked.indexOf(a.point) - view.ranked.indexOf(b.point));
}
