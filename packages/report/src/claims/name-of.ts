import { plural } from "../format/format.js";
import type { PointView } from "../view/point-view.js";

/** What a claim's side is called: its only point's label, or the number of its points. */
export function nameOf(points: readonly PointView[]): string {
  const distinct = [...new Set(points)];
  const [only] = distinct;
  return distinct.length === 1 && only !== undefined
    ? only.configuration.label
    : plural(distinct.length, "configuration");
}
