import type { Claim, SpeedLane } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { claimNumbers } from "../format/format-claim.js";
import { viewRun } from "../view/run-view.js";
import { judgeClaims } from "./judge-claims.js";
import type { JudgedClaim } from "./judged-claim.js";

const run = syntheticRun({ faults: "none" });
// Each activation is 4 % slower than the one before: relu, leaky_relu twice, prelu, elu, gelu, tanh.
const [network] = run.speed?.groups ?? [];

function judge(claim: Partial<Claim>, speed: SpeedLane | undefined = run.speed): JudgedClaim {
  const asked: Claim = { id: "c", metric: "step_ns", at: "equal", expect: "better", ...claim };
  const { speed: _, ...rest } = run;
  const study = { ...run.study, claims: [asked] };
  const [judged] = judgeClaims(viewRun({ ...rest, study, ...(speed && { speed }) }));
  if (judged === undefined) throw new Error("no verdict");
  return judged;
}

const sides = (a: string, b: string) => ({ compare: { activation: [a, b] } }) as const;
const withGroup = (change: Partial<NonNullable<typeof network>>): SpeedLane | undefined =>
  run.speed && { ...run.speed, groups: run.speed.groups.map((group) => ({ ...group, ...change })) };

describe("claims on step_ns", () => {
  it("pass and fail by the isolated timing's ratios, less time being better", () => {
    expect(judge({ ...sides("relu", "tanh") }).verdict).toBe("pass");
    expect(judge({ ...sides("tanh", "relu") }).verdict).toBe("fail");
    expect(judge({ ...sides("tanh", "relu"), expect: "higher" }).verdict).toBe("pass");
    expect(judge({ ...sides("relu", "relu"), expect: "equivalent" }).verdict).toBe("pass");
    expect(judge({ ...sides("tanh", "relu"), expect: "equivalent" }).verdict).toBe("fail");
    const best = judge({ ...sides("relu", "tanh"), at: "best" });
    expect(best.verdict).toBe("pass");
    expect(claimNumbers(best)).toMatch(/^280 µs against 354 µs: 0\.79× \(.*noise floor 1\.0 %, 16 rounds$/);
  });

  it("fail as soon as the side that they need is excluded, and tolerate their margin where they say not_worse", () => {
    // tanh takes 27 % more than relu, 74 µs of 280 µs.
    const slower = sides("tanh", "relu");
    expect(judge({ ...slower, expect: "higher", margin: 50_000 }).verdict).toBe("pass");
    expect(judge({ ...slower, expect: "higher", margin: 100_000 })).toMatchObject({
      verdict: "fail",
      why: "shown not to be higher by the margin",
    });
    expect(judge({ ...slower, expect: "lower", margin: 100_000 }).verdict).toBe("fail");
    expect(judge({ ...slower, expect: "not_worse", margin: 100_000 }).verdict).toBe("pass");
    expect(judge({ ...slower, expect: "not_worse", margin: 50_000 }).verdict).toBe("fail");
    expect(judge({ ...sides("relu", "tanh"), expect: "not_worse" }).verdict).toBe("pass");
    // Within the 5 % that count as equal.
    expect(judge({ ...sides("leaky_relu(alpha=0.01)", "relu"), expect: "not_worse" }).verdict).toBe("pass");
  });

  it("hold a time against a bound", () => {
    const relu = { where: { activation: "relu" } };
    expect(judge({ ...relu, expect: "< 300000" }).verdict).toBe("pass");
    expect(judge({ ...relu, expect: "> 300000" }).verdict).toBe("fail");
    expect(judge({ ...relu, expect: "< 281000" }).verdict).toBe("undecided");
  });

  it("stay undecided within the noise floor and the margin, and on a loaded machine", () => {
    const twin = network?.subjects.map((one) =>
      one.twin ? { ...one, step: one.step.map((round) => ({ ...round, p50_ns: 1.5 * round.p50_ns })) } : one,
    );
    expect(judge(sides("relu", "elu"), twin && withGroup({ subjects: twin }))).toMatchObject({
      verdict: "undecided",
      why: expect.stringMatching(/noise floor \(\d\d\.\d %\)/),
    });
    expect(judge({ ...sides("tanh", "relu"), margin: 200_000 }).verdict).toBe("fail");
    expect(judge(sides("relu", "tanh"), withGroup({ others: [0.8] }))).toMatchObject({
      verdict: "undecided",
      why: "other processes kept 0.8 cores busy during the isolated timing",
    });
  });

  it("say why where the lane did not run or has no such network, and are in no family", () => {
    const { speed: _, ...rest } = run;
    const claims: readonly Claim[] = [
      { id: "s", metric: "step_ns", at: "equal", expect: "better", ...sides("relu", "tanh") },
      { id: "v", metric: "validation_accuracy", at: "equal", expect: "better", ...sides("gelu", "elu") },
    ];
    const [speed, other] = judgeClaims(viewRun({ ...rest, study: { ...run.study, claims } }));
    expect(speed).toMatchObject({ verdict: "undecided", why: expect.stringContaining("was not run") });
    expect(other?.effect?.family).toBe(1);
    expect(judge(sides("relu", "tanh"), withGroup({ subjects: [] })).why).toContain("did not measure");
  });
});
