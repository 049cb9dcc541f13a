import { judgedFinalists } from "../analysis/judged-finalists.js";
import type { MetricName } from "../metrics/metric-name.js";
import type { Couple } from "../verdict/pair-points.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { bestPoints, freshBest } from "./best-points.js";

/**
 * The best of both sides, the first of each couple from the first side. Finalists on fresh seeds are compared
 * on every dataset that both sides have, a couple each; where one is missing, and without fresh seeds, the
 * best of each side over all datasets are one couple. Undefined where a side has none to choose.
 */
export function bestCouples(
  view: RunView,
  sides: readonly [readonly PointView[], readonly PointView[]],
  chosenBy: MetricName,
): readonly Couple[] | undefined {
  const [a, b] = bestPoints(view, sides, chosenBy) ?? [];
  if (a === undefined || b === undefined) return undefined;
  return freshCouples(view, sides, chosenBy) ?? [coupleOf(view, a, b)];
}

function freshCouples(
  view: RunView,
  sides: readonly [readonly PointView[], readonly PointView[]],
  chosenBy: MetricName,
): readonly Couple[] | undefined {
  if (judgedFinalists(view) === undefined) return undefined;
  const [first, second] = sides.map((points) => new Set(points.map(datasetOf)));
  const shared = [...(first ?? [])].filter((dataset) => second?.has(dataset));
  const couples = shared.flatMap((dataset): Couple[] => {
    const [a, b] = sides.map((points) =>
      freshBest(
        view,
        points.filter((point) => datasetOf(point) === dataset),
        chosenBy,
      ),
    );
    return a === undefined || b === undefined ? [] : [coupleOf(view, a, b)];
  });
  return couples.length > 0 && couples.length === shared.length ? couples : undefined;
}

const datasetOf = ({ configuration }: PointView): string => configuration.spec.dataset.name;

function coupleOf(view: RunView, a: PointView, b: PointView): Couple {
  return [
    { view, point: a },
    { view, point: b },
  ];
}
