import type { FitPlaces, FittedNumbers } from "@actbench/core/internal";

/**
 * What networks that predict numbers predict: the places of each dataset, and the predictions of some points.
 */
export interface Fits {
  readonly places: readonly FitPlaces[];
  readonly points: readonly FittedNumbers[];
}
