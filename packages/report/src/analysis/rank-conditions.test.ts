import { describe, expect, it } from "vitest";
import { shown, why } from "../../test/shown.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { viewRun } from "../view/run-view.js";
import { performanceProfiles } from "./performance-profiles.js";
import { rankConditions } from "./rank-conditions.js";

const whole = viewRun(syntheticRun({ faults: "none", lrs: [0.05, 0.1, 0.2, 0.8] }));
const small = viewRun(syntheticRun({ faults: "none" }));

describe("many conditions", () => {
  it("are ranked and profiled from six on", () => {
    const ranked = shown(rankConditions([whole]));
    expect(ranked.conditions).toBe(8);
    expect(ranked.activations).toHaveLength(7);
    const ranks = ranked.activations.map(({ meanRank }) => meanRank);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo((7 * 8) / 2, 9);
    const { profiles } = shown(performanceProfiles([whole]));
    for (const { places } of profiles) {
      const shares = places.map(({ share }) => share.mean);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      expect(shares.at(-1)).toBe(0);
    }
  });

  it("below six give no ranks, and runs of one page count together", () => {
    expect(why(rankConditions([small]))).toContain("4 complete conditions");
    expect(why(performanceProfiles([small]))).toContain("rank statistics need at least 6");
    expect(shown(rankConditions([small, small])).conditions).toBe(8);
  });
});
