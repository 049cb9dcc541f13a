import { scoreProfile } from "../stats/score-profile.js";
import { type Estimate, tInterval } from "../stats/t-interval.js";
import type { RunView } from "../view/run-view.js";
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

const THRESHOLDS = 101;

/**
 * Performance profiles (Agarwal et al. 2021): for each threshold of test accuracy the share of conditions above it; the
 * mean over seeds with Student's interval. Thresholds run over all scores of the page.
 */
export function performanceProfiles(views: readonly RunView[]): PerformanceProfiles | NotShown {
  const found = conditionsOf(views);
  if (isNotShown(found)) return found;
  const { activations, conditions, leftOut } = found;
  const all = conditions.flatMap(({ scores }) => scores.flat());
  const [low, high] = [all.reduce((a, b) => Math.min(a, b), 1), all.reduce((a, b) => Math.max(a, b), 0)];
  const thresholds = Array.from(
    { length: THRESHOLDS },
    (_, i) => low + ((high - low) * i) / (THRESHOLDS - 1),
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
