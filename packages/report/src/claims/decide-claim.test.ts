import { type Claim, normalCdfInverse, randomStream } from "@actbench/core/internal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { goodDirection } from "../metrics/good-direction.js";
import type { MetricName } from "../metrics/metric-name.js";
import { judgeFamily } from "../verdict/judge-family.js";
import { levelOf } from "../verdict/level.js";
import { pairedSample } from "../verdict/paired-sample.js";
import { viewRun } from "../view/run-view.js";
import { claimComparable } from "./claim-comparable.js";
import { type Decision, decideClaim } from "./decide-claim.js";
import { expectationOf } from "./expectation.js";

const view = viewRun(syntheticRun({ faults: "none", seeds: 1 }));
const level = levelOf({ confidence: 0.95 }, 5, undefined);

interface Asked {
  readonly metric?: MetricName;
  readonly margin?: number;
  /** Of the side that is compared with. */
  readonly reference?: number;
}

/** What becomes of a claim whose subject differs by so much at each seed. */
function decided(
  differences: readonly number[],
  expect: string,
  { metric = "validation_accuracy", margin, reference = 0.5 }: Asked = {},
): Decision {
  const expectation = expectationOf(expect, goodDirection(metric, view.study.metric));
  if (expectation === undefined) throw new Error(expect);
  const claim: Claim = { id: "c", metric, at: "equal", expect, ...(margin !== undefined && { margin }) };
  const sample = pairedSample(
    differences.map((difference) => [
      {
        a: { value: reference, diverged: false },
        b: { value: reference + difference, diverged: difference === Infinity },
      },
    ]),
  );
  const comparable = claimComparable(view, claim, { metric, expectation, sample });
  const [effect] = judgeFamily([comparable], { level, correction: "holm" });
  if (effect === undefined) throw new Error("no effect");
  return decideClaim({ metric, expectation, comparable, points: [], subject: "" }, effect);
}

/** Mean −7.20 pp, 95 % interval [−11.96, −2.44] for n = 5. */
const WORSE = [-0.12903, -0.0798, -0.072, -0.05482, -0.02436];

describe("a directional claim", () => {
  it("fails as soon as the side that it needs is excluded, also where less than the margin is shown", () => {
    expect(decided(WORSE, "better", { margin: 0.05 })).toEqual({
      verdict: "fail",
      why: "shown not to be 5.00 pp higher",
      test: "difference",
    });
    expect(decided(WORSE, "higher", { margin: 0.05 }).verdict).toBe("fail");
    expect(decided(WORSE, "> 0.05").verdict).toBe("fail");
    // 7.2 pp less is surely less, and not surely less by 5 pp, nor surely not.
    expect(decided(WORSE, "worse").verdict).toBe("pass");
    expect(decided(WORSE, "worse", { margin: 0.05 })).toMatchObject({
      verdict: "undecided",
      why: expect.stringMatching(/^the confidence interval includes −5\.00 pp; 5 seeds have 80 % power/),
    });
    expect(decided(WORSE, "worse", { margin: 0.02 })).toMatchObject({
      verdict: "pass",
      why: "shown to be more than 2.00 pp lower",
    });
    expect(decided(WORSE, "worse", { margin: 0.13 }).verdict).toBe("fail");
  });

  it("turns with its metric", () => {
    const loss = { metric: "validation_loss", margin: 0.05 } as const;
    const up = WORSE.map((value) => -value);
    expect(decided(up, "better", loss).verdict).toBe("fail");
    expect(decided(WORSE, "better", { ...loss, margin: 0.02 }).verdict).toBe("pass");
  });

  it("of a loss that diverged at 5 of 8 seeds, all 8 signs equal, is decided as the effects' verdict is", () => {
    const losses = [0.3, 0.5, 0.4, Infinity, Infinity, Infinity, Infinity, Infinity];
    const asked = { metric: "validation_loss" } as const;
    expect(decided(losses, "worse", asked)).toMatchObject({ verdict: "pass", why: "shown to be higher" });
    expect(decided(losses, "better", asked).verdict).toBe("fail");
    expect(decided(losses.slice(0, 5), "worse", asked)).toMatchObject({
      verdict: "undecided",
      why: "a loss diverged: medians and signs decide, from six seeds on at 95 %",
    });
  });
});

describe("not_worse", () => {
  const small = [-0.002, 0.001, -0.001, 0.002, 0];

  it("passes where the subject is surely not worse by the margin, better ones among them, and fails beyond it", () => {
    expect(decided(small, "not_worse", { margin: 0.01 })).toMatchObject({
      verdict: "pass",
      why: "shown not to be 1.00 pp lower",
    });
    expect(decided(WORSE, "not_worse", { margin: 0.01 })).toMatchObject({
      verdict: "fail",
      why: "shown to be more than 1.00 pp lower",
    });
    expect(decided(WORSE, "not_worse", { margin: 0.05 }).verdict).toBe("undecided");
    expect(
      decided(
        WORSE.map((value) => -value),
        "not_worse",
      ).verdict,
    ).toBe("pass");
    const loss = { metric: "test_loss", margin: 0.01 } as const;
    expect(decided(WORSE, "not_worse", loss).verdict).toBe("pass");
  });

  it("takes the margin of equivalence where it has none, and is what a bound of −margin says", () => {
    // The synthetic study calls 0.5 pp equivalent.
    expect(decided(small, "not_worse")).toMatchObject({ why: "shown not to be 0.50 pp lower" });
    for (const differences of [small, WORSE])
      for (const margin of [0.001, 0.01, 0.05])
        expect(decided(differences, "not_worse", { margin }).verdict).toBe(
          decided(differences, `> ${-margin}`).verdict,
        );
  });
});

describe("error rates, by simulation", () => {
  const CASES = 600;
  // Three standard errors of a fraction of this many cases.
  const mostOf = (share: number): number => share + 3 * Math.sqrt((share * (1 - share)) / CASES);

  /** Shares of passes and fails over draws of differences around a true mean, with a deviation of a point. */
  function shares(expects: string, margin: number, mean: number) {
    const n = 5;
    const stream = randomStream(11, `${expects} ${mean}`, n);
    let [pass, fail] = [0, 0];
    for (let i = 0; i < CASES; i++) {
      const values = Array.from({ length: n }, () => mean + 0.01 * normalCdfInverse(stream.uniform() || 0.5));
      const { verdict } = decided(values, expects, { margin });
      if (verdict === "pass") pass++;
      if (verdict === "fail") fail++;
    }
    return { pass: pass / CASES, fail: fail / CASES };
  }

  it("are no higher at the border than a verdict says", () => {
    // At the border itself a pass is wrong, and just beyond it a fail.
    for (const [expects, border] of [
      ["better", 0.02],
      ["worse", -0.02],
      ["not_worse", -0.02],
    ] as const) {
      const { pass, fail } = shares(expects, 0.02, border);
      expect(pass, expects).toBeLessThan(mostOf(0.025));
      expect(fail, expects).toBeLessThan(mostOf(0.05));
    }
    const { pass, fail } = shares("equivalent", 0.02, 0.02);
    expect(pass).toBeLessThan(mostOf(0.05));
    expect(fail).toBeLessThan(mostOf(0.025));
  });
});

describe("any claim", () => {
  const sample = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 2, maxLength: 9 });
  const margin = fc.constantFrom(undefined, 0.001, 0.01, 0.1);

  it("has a reason where it is undecided, and names the test that it stands on", () => {
    fc.assert(
      fc.property(
        sample,
        margin,
        fc.constantFrom("better", "worse", "not_worse", "equivalent", "higher", "lower", "> 0.01", "< -0.02"),
        fc.boolean(),
        (values, m, expects, isLoss) => {
          const asked = {
            ...(m !== undefined && { margin: m }),
            metric: isLoss ? "test_loss" : "test_accuracy",
          } as const;
          const differences = values.map((value) => (isLoss && value > 35 ? Infinity : value / 1000));
          const { verdict, why, test } = decided(differences, expects, asked);
          if (verdict === "undecided") expect(why).not.toBe("");
          else expect(test).toBeDefined();
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is the same when its sides change their names", () => {
    fc.assert(
      fc.property(sample, margin, (values, m) => {
        const asked = m === undefined ? {} : { margin: m };
        const differences = values.map((value) => value / 1000);
        const turned = differences.map((value) => -value);
        expect(decided(turned, "worse", asked).verdict).toBe(decided(differences, "better", asked).verdict);
        expect(decided(turned, "equivalent", asked).verdict).toBe(
          decided(differences, "equivalent", asked).verdict,
        );
      }),
      { numRuns: 200 },
    );
  });
});
