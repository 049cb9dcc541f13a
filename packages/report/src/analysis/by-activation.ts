import { grouped } from "../view/grouped.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

/** The points of one value of the activation axis; an activation with its parameters is one value. */
export interface ActivationPoints {
  readonly label: string;
  /** Number of its color. */
  readonly color: number;
  readonly points: readonly PointView[];
}

/** A run's points by activation, in the order of the axis; empty where the activation does not vary. */
export function byActivation(view: RunView): readonly ActivationPoints[] {
  const groups = grouped(view.points, ({ configuration: { settings } }) =>
    typeof settings.activation === "string" ? settings.activation : undefined,
  );
  return [...groups].map(([label, points]) => ({ label, color: points[0]?.color ?? 0, points }));
}
