import { judgedFinalists } from "../analysis/judged-finalists.js";
import { choose } from "../effects/choose.js";
import type { MetricName } from "../metrics/metric-name.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

/**
 * The best of each side on validation. Where each side has a finalist and all fresh seeds have ended, the
 * side's best finalist as it did there: no seed that chose a point then judges it. Undefined where a side has
 * none to choose.
 */
export function bestPoints(
  view: RunView,
  sides: readonly (readonly PointView[])[],
  chosenBy: MetricName,
): readonly PointView[] | undefined {
  const fresh = judgedFinalists(view) && whole(sides.map((points) => freshBest(view, points, chosenBy)));
  return fresh ?? whole(sides.map((points) => choose(view, points, chosenBy)));
}

/**
 * The best of some points as it did on fresh seeds; undefined where it is no finalist, for then the best
 * finalist is not the best of them.
 */
export function freshBest(
  view: RunView,
  points: readonly PointView[],
  chosenBy: MetricName,
): PointView | undefined {
  const best = choose(view, points, chosenBy);
  return view.finalists.find(({ chosen }) => chosen === best)?.fresh;
}

/** All of them, or nothing where one is missing. */
function whole(points: readonly (PointView | undefined)[]): readonly PointView[] | undefined {
  const found = points.flatMap((point) => point ?? []);
  return found.length === points.length ? found : undefined;
}
