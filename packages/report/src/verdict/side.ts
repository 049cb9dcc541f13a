import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

/** A point of a run. */
export interface Side {
  readonly view: RunView;
  readonly point: PointView;
}
