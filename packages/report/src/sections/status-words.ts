import { plural } from "../format/format.js";
import type { PointView } from "../view/point-view.js";
import { statusCounts, statusTitle } from "../view/trial-view.js";

/** What became of a point's seeds: `n 3`, or `2 of 3 seeds diverged`. */
export function statusWords(point: PointView): string {
  const troubles = [...statusCounts(point.trials)].filter(([status]) => status !== "completed");
  const words = troubles.map(
    ([status, count]) => `${count} of ${plural(point.trials.length, "seed")} ${statusTitle(status)}`,
  );
  return words.length === 0 ? `n ${point.completed}` : words.join(", ");
}
