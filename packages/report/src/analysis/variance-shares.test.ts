import { describe, expect, it } from "vitest";
import { shown, why } from "../../test/shown.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { viewRun } from "../view/run-view.js";
import { varianceShares } from "./variance-shares.js";

const whole = viewRun(syntheticRun({ faults: "none", lrs: [0.05, 0.1, 0.2, 0.8] }));
const faulty = viewRun(syntheticRun());

describe("varianceShares", () => {
  it("splits the whole among axes, activation × lr, other interactions and seeds, without rest", () => {
    const { shares, seeds } = shown(varianceShares(whole));
    expect(seeds).toBe(3);
    expect(shares.map(({ source }) => source)).toEqual([
      "activation",
      "model.init",
      "train.lr",
      "activation × train.lr",
      "other interactions",
      "seed",
      "seed × settings",
    ]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    // 168 trials have 167 degrees of freedom.
    expect(shares.reduce((sum, { df }) => sum + df, 0)).toBe(7 * 2 * 4 * 3 - 1);
    // elu and prelu break at 0.8 alone: that is the interaction, and it is nearly everything beside its main
    // effects.
    const share = new Map(shares.map(({ source, share: own }) => [source, own]));
    expect(share.get("activation × train.lr")).toBeGreaterThan(0.3);
    expect(share.get("model.init")).toBeLessThan(0.01);
    for (const { omega, share: own } of shares) expect(omega ?? 0).toBeLessThanOrEqual(own);
  });

  it("says why it is absent", () => {
    expect(why(varianceShares(faulty))).toContain("the grid is not complete");
    expect(why(varianceShares(viewRun(syntheticRun({ faults: "none", seeds: 1 }))))).toContain("one seed");
  });
});
