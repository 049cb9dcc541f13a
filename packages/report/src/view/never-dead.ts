import { cannotDie } from "./activation-view.js";
import type { PointView } from "./point-view.js";
import type { RunView } from "./run-view.js";

/**
 * Whether a point's dead rate is 0 by definition: it is proven that no slope of its hidden layers is zero on
 * an interval.
 */
export function neverDead(view: RunView, { configuration }: PointView): boolean {
  const { activation } = configuration.spec.model;
  return activation.length > 0 && activation.every((spec) => cannotDie(view.activation(spec)));
}
