import type { DecisionRegions } from "@actbench/core/internal";
import type { PointView } from "./point-view.js";
import type { RunView } from "./run-view.js";

/** Regions with the point whose they are. */
export interface PointRegions {
  readonly regions: DecisionRegions;
  readonly point: PointView;
}

/** The decision regions of a run with their points, best first. */
export function pointRegions({ regions = [], ranked }: RunView): readonly PointRegions[] {
  return ranked.flatMap((point) => {
    const found = regions.find((one) => one.point === point.index);
    return found === undefined ? [] : [{ regions: found, point }];
  });
}
