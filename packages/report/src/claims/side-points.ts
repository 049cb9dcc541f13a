import { canonicalJson, type Json } from "@actbench/core/internal";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

/**
 * The points that some settings name. An activation is named by its label, or by its name for all its
 * parameters: `leaky_relu` is every leaky_relu of the study unless one has just this label.
 */
export function sidePoints(view: RunView, side: Readonly<Record<string, Json>>): readonly PointView[] {
  return Object.entries(side).reduce<readonly PointView[]>(
    (points, [axis, value]) => points.filter(holds(view, axis, value)),
    view.points,
  );
}

function holds(view: RunView, axis: string, value: Json): (point: PointView) => boolean {
  const key = canonicalJson(value);
  const exactly = ({ configuration }: PointView): boolean => {
    const own = configuration.settings[axis];
    return own !== undefined && canonicalJson(own) === key;
  };
  if (axis !== "activation" || view.points.some(exactly)) return exactly;
  return ({ configuration }) => {
    const { activation } = configuration.spec.model;
    return activation.length > 0 && activation.every(({ name }) => name === value);
  };
}
