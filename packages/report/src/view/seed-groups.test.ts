import type { TrialRecord } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { effectsOf } from "../effects/effects.js";
import { findings } from "../findings/findings.js";
import { formatVerdict } from "../format/format-verdict.js";
import { rankPoints } from "./rank-points.js";
import { viewRun } from "./run-view.js";
import { seedGroups } from "./seed-groups.js";

const base = syntheticRun({ faults: "none", seeds: 8, lrs: [0.1], inits: ["he_normal"] });
const gelu = base.study.points.find(({ label }) => label.startsWith("gelu"))?.point;

/** The run whose gelu ends with these accuracies on its training examples, and with these losses. */
function runWith(accuracies: readonly number[], loss = 1.9) {
  const records = base.records.map((record, i): TrialRecord => {
    const { point, seed = 0 } = base.study.plan[i] ?? {};
    const accuracy = accuracies[seed];
    if (point !== gelu || record.status !== "completed" || accuracy === undefined) return record;
    const score = { accuracy, loss: accuracy > 0.5 ? 0.1 : loss };
    const scores = { train: score, validation: score, test: score };
    return { ...record, curve: record.curve.map((epoch) => ({ ...epoch, ...scores })) };
  });
  return { ...base, records };
}

function groupsOf(accuracies: readonly number[], loss?: number) {
  const view = viewRun(runWith(accuracies, loss));
  const point = view.points.find((one) => one.index === gelu);
  return point && seedGroups(view, point);
}

const LEARNED = [0.961, 0.958, 0.965, 0.963, 0.959];
// The majority class has 11.2 %; the entropy of the classes is 2.302.
const COLLAPSED = [0.112, 0.1121, 0.1119];

describe("two groups of seeds", () => {
  it("are reported where some seeds collapsed, or stopped at little, and the test agrees", () => {
    expect(groupsOf([...COLLAPSED, ...LEARNED], 2.303)).toMatchObject({
      part: "train",
      failed: [0.1119, 0.112, 0.1121],
      collapsed: true,
      p: expect.closeTo(1 / 5001, 10),
    });
    // More than one answer to all inputs: by their loss these networks look at them.
    expect(groupsOf([...COLLAPSED, ...LEARNED], 1.2)).toMatchObject({ collapsed: false });
    expect(groupsOf([0.25, ...LEARNED, 0.962, 0.96])).toMatchObject({ failed: [0.25], collapsed: false });
  });

  it("are not told of one wide group, of a small difference, nor of seeds that are all alike", () => {
    expect(groupsOf([0.6075, 0.68, 0.7, 0.72, 0.735, 0.74, 0.77, 0.795])).toBeUndefined();
    expect(groupsOf([0.15, 0.25, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])).toBeUndefined();
    // Two groups, surely, and of no matter to a mean: both learned.
    expect(groupsOf([0.951, 0.9511, 0.9509, 0.951, 0.971, 0.9711, 0.9712, 0.971])).toBeUndefined();
    expect(groupsOf(Array.from({ length: 8 }, () => 0.96))).toBeUndefined();
    expect(groupsOf([...COLLAPSED, 0.1122, 0.112, 0.1123, 0.112, 0.1118], 2.303)).toBeUndefined();
    // All collapsed, three to a rarer class: none learned.
    expect(groupsOf([0.0985, 0.0993, 0.0992, ...COLLAPSED, 0.1122, 0.112], 2.303)).toBeUndefined();
  });

  it("stand in findings, verdicts and the ranked table in place of a mean's interval", () => {
    const run = runWith([...COLLAPSED, ...LEARNED], 2.303);
    const texts = findings(run.study, run.records).map(({ text }) => text);
    expect(texts).toContainEqual(
      expect.stringMatching(
        /^gelu · .* collapsed in 3 of 8 seeds: training accuracy 11\.19 to 11\.21 % there and 95\.80 to 96\.50 % in the others \(two groups, p = 0\.0002\)\. The mean is not meaningful\.$/,
      ),
    );
    expect(rankPoints(run.study, run.records).map(({ groups }) => groups)).toContain(
      "collapsed in 3 of 8 seeds",
    );
    const remark = "it collapsed in 3 of 8 seeds: the mean is not meaningful";
    const all = effectsOf(viewRun(run)).flatMap(({ overall }) => overall.effects);
    for (const { value, paired } of all) expect(paired.remark).toBe(value === "gelu" ? remark : undefined);
    const paired = all.find(({ value }) => value === "gelu")?.paired;
    expect(paired && formatVerdict(paired)).toContain(remark);
  });
});
