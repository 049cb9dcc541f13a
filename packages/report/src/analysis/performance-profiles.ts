import { scoreProfile } from "../stats/score-profile.js";
import { type Estimate, tInterval } from "../stats/t-interval.js";
import type { RunView } from "../view/run-view.js";
import { spreadOver } from "../view/spread-over.js";
import { conditionsOf } from "./conditions.js";
import { isNotShown, type NotShown } from "./not-shown.js";

/** One activation's share of conditions above each threshold, over seeds. */
export interface PerformanceProfile {
  readonly label: string;
  readonly places: readonly { readonly threshold: number; readonly share: Estimate }[];
}

export interface PerformanceProfiles {
  readonly conditions: number;
  readonly leftOut: number;
  readonly profiles: readonly PerformanceProfile[];
}

const MAX_THRESHOLDS = 100;

/**
 * Performance profiles (Agarwal et al. 2021): for each threshold of test accuracy the share of conditions
 * above it; the mean over seeds with Student's interval. Thresholds are scores of the page, so that they lie
 * where these do.
 */
export function performanceProfiles(views: readonly RunView[]): PerformanceProfiles | NotShown {
  const found = conditionsOf(views);
  if (isNotShown(found)) return found;
  const { activations, conditions, leftOut } = found;
  const all = new Set(conditions.flatMap(({ scores }) => scores.flat()));
  const thresholds = spreadOver(
    [...all].sort((a, b) => a - b),
    MAX_THRESHOLDS,
  );
  const confidence = views[0]?.confidence ?? 0.95;
  const seeds = conditions[0]?.scores[0]?.length ?? 0;
  return {
    conditions: conditions.length,
    leftOut,
    profiles: activations.map((label, j) => {
      const bySeed = Array.from({ length: seeds }, (_, seed) =>
        scoreProfile(
          conditions.map(({ scores }) => scores[j]?.[seed] ?? Number.NaN),
          thresholds,
        ),
      );
      const places = thresholds.flatMap((threshold, i) => {
        const share = tInterval(
          bySeed.map((profile) => profile[i]?.share ?? 0),
          confidence,
        );
        return share === undefined ? [] : { threshold, share };
      });
      return { label, places };
    }),
  };
}
