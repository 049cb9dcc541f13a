import { describe, expect, it } from "vitest";
import { formatEquivalence } from "../format/format-verdict.js";
import { pairedPower } from "../stats/paired-power.js";
import type { Comparable } from "./comparable.js";
import type { FamilyRules } from "./family-rules.js";
import { judgeFamily } from "./judge-family.js";
import { levelOf } from "./level.js";
import { pairedSample } from "./paired-sample.js";

const rules: FamilyRules = { level: levelOf({ confidence: 0.95 }, 5, undefined), correction: "holm" };

/** A comparison of accuracies from differences in percentage points. */
function accuracy(points: readonly number[], more: Partial<Comparable> = {}): Comparable {
  const pairs = points.map((point) => [
    { a: { value: 0.9, diverged: false }, b: { value: 0.9 + point / 100, diverged: false } },
  ]);
  return { sample: pairedSample(pairs), metric: "test_accuracy", sign: 1, ...more };
}

function judge(one: Comparable, how: FamilyRules = rules) {
  const [effect] = judgeFamily([one], how);
  if (effect === undefined) throw new Error("no effect");
  return effect;
}

describe("judgeFamily", () => {
  it("says better, worse, equivalent and undecided", () => {
    expect(judge(accuracy([2, 2.1, 1.9, 2.2, 2])).verdict).toBe("better");
    expect(judge(accuracy([-2, -2.1, -1.9, -2.2, -2])).verdict).toBe("worse");
    expect(judge(accuracy([0.1, -0.1, 0.05, 0, -0.1])).verdict).toBe("equivalent");
    expect(judge(accuracy([2, -1, 3, 0.5, -2])).verdict).toBe("undecided");
  });

  it("turns with the direction of the metric", () => {
    const more = { metric: "dead_rate", sign: -1 } as const;
    expect(judge(accuracy([2, 2.1, 1.9, 2.2, 2], more)).verdict).toBe("worse");
  });

  it("calls a difference equivalent that is certain and below the margin, and says so", () => {
    const effect = judge(accuracy([0.1, 0.11, 0.09, 0.1, 0.1]));
    expect(effect.verdict).toBe("equivalent");
    expect(effect.why).toBe("different, but negligibly (< 0.50 pp)");
  });

  it("asks for more than the least difference where there is one", () => {
    const beyond = (size: number) => ({ none: { low: -size, high: size } });
    const two = accuracy([2, 2.1, 1.9, 2.2, 2]);
    expect(judge({ ...two, ...beyond(0.01) }).verdict).toBe("better");
    expect(judge({ ...two, ...beyond(0.03), margin: 0.03 }).verdict).toBe("equivalent");
    expect(judge({ ...two, ...beyond(0.0202) }).verdict).toBe("undecided");
  });

  it("corrects for the family, and says when that alone took the verdict", () => {
    const borderline = accuracy([1, 3, 1.5, 2.5, 0.5]);
    expect(judge(borderline).verdict).toBe("better");
    const noise = Array.from({ length: 9 }, () => accuracy([2, -1, 3, 0.5, -2]));
    const [first] = judgeFamily([borderline, ...noise], rules);
    expect(first?.verdict).toBe("undecided");
    expect(first?.why).toContain(
      "the confidence interval excludes 0, but not after correction for 10 comparisons",
    );
    const [free] = judgeFamily([borderline, ...noise], { ...rules, correction: "none" });
    expect(free?.verdict).toBe("better");
  });

  it("says what the seeds find and how many more would decide", () => {
    const { tested } = judge(accuracy([2, -1, 3, 0.5, -2]));
    expect(judge(accuracy([0.8, -0.6, 1, 0.2, -0.9])).why).toMatch(
      /^5 seeds have 80 % power only for differences ≥ [\d.]+ pp; detecting 0\.50 pp needs \d+ seeds \(\d+ more\)$/,
    );
    expect(judge(accuracy([9, -9, 8, 5, -7])).why).toMatch(/; detecting 0\.50 pp needs more than 100 seeds$/);
    // sd 2.06 pp; 1.68 sd is what five pairs find at α 0.05.
    expect(tested?.finds).toBeCloseTo(0.0206 * 1.68, 3);
  });

  it("says of a difference around the margin that it is neither surely more nor surely less", () => {
    const near = judge({
      ...accuracy([0.4, 0.6, 0.5, 0.45, 0.55]),
      none: { low: -0.005, high: 0.005 },
      margin: 0.005,
    });
    expect(near.verdict).toBe("undecided");
    expect(near.why).toMatch(/^it differs, but neither more than 0\.50 pp nor less is shown; 5 seeds have/);
    // The basis of a claim of equivalence: one-sided, of a mean of exactly the margin.
    expect(formatEquivalence(near, "test_accuracy")).toBe("within 0.50 pp: p = 0.5 (t test)");
    expect(formatEquivalence(judge(accuracy([2])), "test_accuracy")).toBe("");
  });

  it("gives one seed no interval and no verdict", () => {
    const effect = judge(accuracy([2]));
    expect(effect).toMatchObject({ difference: { n: 1 }, why: "one seed: no interval, no verdict" });
    expect([effect.verdict, effect.difference?.low]).toEqual([undefined, undefined]);
  });

  it("gives no verdict where a side was stopped early, and none on seeds that were not looked at", () => {
    const pairs = [1, 2, 3].map((v) => [
      { a: { value: 0, diverged: false }, b: { value: v, diverged: false } },
    ]);
    const sample = pairedSample([...pairs, [{ a: { value: 0, diverged: false }, b: { absent: "pruned" } }]]);
    const pruned = judge({ sample, metric: "test_accuracy", sign: 1 });
    expect([pruned.verdict, pruned.why]).toEqual([
      undefined,
      "no verdict: a side was stopped early by successive halving",
    ]);
    const unseen = judge(accuracy([2, 2.1, 1.9]), { ...rules, level: levelOf({ confidence: 0.95 }, 3, []) });
    expect([unseen.verdict, unseen.difference?.n]).toEqual([undefined, 3]);
  });

  it("prints no smallest difference that no two accuracies can have", () => {
    const pairs = [0.9, 0.1, 0.5].map((value) => [
      { a: { value: 0.5, diverged: false }, b: { value, diverged: false } },
    ]);
    const { tested, why } = judge({ sample: pairedSample(pairs), metric: "test_accuracy", sign: 1 });
    expect(tested?.finds).toBeUndefined();
    expect(why).toBe(
      "3 seeds are too few to detect any possible difference with 80 % power; detecting 0.50 pp needs more than 100 seeds",
    );
    // A loss has no largest difference.
    expect(
      judge({ sample: pairedSample(pairs), metric: "test_loss", sign: -1 }).tested?.finds,
    ).toBeGreaterThan(1);
  });

  it("calls the same weights identical, and trials that all diverged diverged, whatever a test says", () => {
    const side = (value: number, digest: string) => ({ value, diverged: false, digest });
    const same = [1, 2, 3].map((seed) => [{ a: side(0.9, `${seed}`), b: side(0.9, `${seed}`) }]);
    const identical = judge({ sample: pairedSample(same), metric: "test_accuracy", sign: 1 });
    expect([identical.verdict, identical.why]).toEqual([
      "identical",
      "the same weights, bit for bit, at every seed",
    ]);
    // Equal values of other weights, and other values of equal weights, such as seconds, are not.
    const other = same.map(([pair]) => [{ a: side(0.9, "x"), b: pair?.b ?? side(0, "") }]);
    expect(judge({ sample: pairedSample(other), metric: "test_accuracy", sign: 1 }).verdict).toBe(
      "undecided",
    );
    const times = [1, 2, 3].map((seed) => [{ a: side(seed, `${seed}`), b: side(seed * 2, `${seed}`) }]);
    expect(judge({ sample: pairedSample(times), metric: "train_s", sign: -1 }).verdict).not.toBe("identical");

    const lost = { value: Infinity, diverged: true };
    const gone = { absent: "diverged" } as const;
    for (const [b, metric] of [
      [lost, "test_loss"],
      [gone, "dead_rate"],
    ] as const) {
      const pairs = [1, 2, 3].map((seed) => [{ a: side(0.1, `${seed}`), b }]);
      const diverged = judge({ sample: pairedSample(pairs), metric, sign: -1 });
      expect([diverged.verdict, diverged.why]).toEqual([
        "diverged",
        "all 3 of its trials did, none of the other side",
      ]);
      const both = pairs.map(() => [{ a: b, b }]);
      expect(judge({ sample: pairedSample(both), metric, sign: -1 })).toMatchObject({
        verdict: "undecided",
        why: "every trial of both sides diverged",
      });
      const turned = pairs.flat().map((pair) => [{ a: pair.b, b: pair.a }]);
      const mirrored = judge({ sample: pairedSample(turned), metric, sign: -1 });
      expect(mirrored.verdict === undefined ? mirrored.why : mirrored.verdict).toMatch(/undecided|no pair/);
    }
    // Five of six are not all: the test decides.
    const five = [1, 2, 3, 4, 5, 6].map((seed) => [
      { a: side(0.1, "a"), b: seed === 6 ? side(0.2, "b") : lost },
    ]);
    expect(judge({ sample: pairedSample(five), metric: "test_loss", sign: -1 }).verdict).toBe("worse");
  });

  it("calls a comparison identical when every pair is, not when one is", () => {
    const side = (value: number, digest: string) => ({ value, diverged: false, digest });
    const pairs = [0, 0.02, 0.021, 0.019, 0.02].map((more, seed) => [
      { a: side(0.9, `${seed}`), b: side(0.9 + more, more === 0 ? `${seed}` : "other") },
    ]);
    expect(judge({ sample: pairedSample(pairs), metric: "test_accuracy", sign: 1 }).verdict).toBe("better");
  });

  it("takes the 1 − 2α interval for equivalence, and corrects for the family", () => {
    // Mean 0, sd 0.474 pp: 90 % within ± 0.452 pp, 95 % within ± 0.589 pp (t at 4 degrees of freedom: 2.132,
    // 2.776).
    const near = accuracy([-0.6, -0.3, 0, 0.3, 0.6]);
    const effect = judge(near);
    expect(effect.verdict).toBe("equivalent");
    expect(effect.tested?.equivalence?.high).toBeCloseTo(0.00452, 5);
    const [first] = judgeFamily([near, accuracy([2, -1, 3, 0.5, -2])], rules);
    expect(first?.tested?.equivalence?.adjusted).toBeCloseTo(2 * (first?.tested?.equivalence?.p ?? 0), 12);
    expect(first?.verdict).toBe("undecided");
  });

  it("says what the seeds find at the level of the family", () => {
    const one = accuracy([2, -1, 3, 0.5, -2]);
    const family = Array.from({ length: 10 }, () => one);
    const sd = judge(one).difference?.sd ?? 0;
    const finds = judgeFamily(family, rules)[0]?.tested?.finds ?? 0;
    expect(pairedPower(finds / sd, 5, 0.05 / 10)).toBeCloseTo(0.8, 4);
  });

  it("gives no verdict of its own where more than a fifth of the pairs lacks a side", () => {
    const verdict = (missing: number) => {
      const pairs = [2, 2.1, 1.9, 2.2].map((point) => [
        { a: { value: 0.9, diverged: false }, b: { value: 0.9 + point / 100, diverged: false } },
      ]);
      const gone = { a: { value: 0.9, diverged: false }, b: { absent: "failed" } } as const;
      const sample = pairedSample([...pairs, ...Array.from({ length: missing }, () => [gone])]);
      return judge({ sample, metric: "test_accuracy", sign: 1 });
    };
    expect(verdict(1).verdict).toBe("better");
    expect(verdict(2)).toMatchObject({
      verdict: "undecided",
      why: "2 of 6 pairs are missing a side, more than a fifth",
    });
  });

  it("takes medians and signs where a loss diverged", () => {
    const pairs = [Infinity, 0.4, 0.3, 0.5, 0.2, Infinity].map((value) => [
      { a: { value: 0.1, diverged: false }, b: { value, diverged: value === Infinity } },
    ]);
    const effect = judge({ sample: pairedSample(pairs), metric: "test_loss", sign: -1 });
    expect(effect).toMatchObject({ method: "median", verdict: "worse", diverged: 2 });
    expect(effect.differences).toHaveLength(4);
    expect(effect.difference?.mean).toBeCloseTo(0.35, 12);
  });

  it("does not know the order of seeds or of comparisons", () => {
    const family = [
      accuracy([2, 2.1, 1.9, 2.2, 2]),
      accuracy([1, 3, 1.5, 2.5, 0.5]),
      accuracy([0.1, -0.1, 0.05, 0, -0.1]),
    ];
    const here = judgeFamily(family, rules);
    expect(judgeFamily(family.toReversed(), rules)).toEqual(here.toReversed());
    const turned = family.map((one) => ({
      ...one,
      sample: { ...one.sample, differences: one.sample.differences.toReversed() },
    }));
    expect(judgeFamily(turned, rules).map(({ verdict, tested }) => [verdict, tested])).toEqual(
      here.map(({ verdict, tested }) => [verdict, tested]),
    );
  });

  it("changes better into worse and nothing else when the sides change their names", () => {
    const samples = [
      [2, 2.1, 1.9, 2.2, 2],
      [2, -1, 3, 0.5, -2],
      [0.1, -0.1, 0.05, 0, -0.1],
      [-3, -2, -2.5, -3],
    ];
    const other = {
      better: "worse",
      worse: "better",
      equivalent: "equivalent",
      identical: "identical",
      diverged: "diverged",
      undecided: "undecided",
    } as const;
    const verdicts = judgeFamily(
      samples.map((s) => accuracy(s)),
      rules,
    ).map(({ verdict }) => verdict);
    const mirrored = judgeFamily(
      samples.map((s) => accuracy(s.map((v) => -v))),
      rules,
    );
    expect(mirrored.map(({ verdict }) => verdict)).toEqual(verdicts.map((v) => v && other[v]));
  });
});
