import type { Claim, Json, RunHistory, TrialRecord } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { confirmedRun } from "../../test/confirmed-run.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import { effectsOf } from "../effects/effects.js";
import { claimNumbers } from "../format/format-claim.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { judgeClaims } from "./judge-claims.js";
import type { JudgedClaim } from "./judged-claim.js";

const whole = syntheticRun({ faults: "none", seeds: 6 });

function judge(claim: Partial<Claim>, run: Run = whole): JudgedClaim {
  const asked: Claim = { id: "c", metric: "validation_accuracy", at: "equal", expect: "better", ...claim };
  const [judged] = judgeClaims(viewRun({ ...run, study: { ...run.study, claims: [asked] } }));
  if (judged === undefined) throw new Error("no verdict");
  return judged;
}

const sides = (a: Json, b: Json) => ({ compare: { activation: [a, b] } }) as const;
const DEAD = { metric: "dead_rate", where: { activation: "relu", "train.lr": 0.8 } } as const;

describe("judgeClaims", () => {
  it("passes what is shown, fails the opposite, and knows which way is better", () => {
    expect(judge({ ...sides("gelu", "elu"), expect: "better" }).verdict).toBe("pass");
    expect(judge({ ...sides("gelu", "elu"), expect: "worse" }).verdict).toBe("fail");
    expect(judge({ ...sides("gelu", "elu"), expect: "higher" }).verdict).toBe("pass");
    expect(judge({ ...sides("elu", "gelu"), expect: "better" }).verdict).toBe("fail");
    const loss = { ...sides("gelu", "elu"), metric: "test_loss" };
    expect(judge({ ...loss, expect: "better" }).verdict).toBe("pass");
    expect(judge({ ...loss, expect: "higher" }).verdict).toBe("fail");
  });

  it("asks for the margin where a claim has one", () => {
    expect(judge({ ...sides("gelu", "elu"), margin: 0.3 }).verdict).toBe("pass");
    const far = judge({ ...sides("gelu", "elu"), margin: 0.6 });
    expect([far.verdict, far.why]).toEqual(["fail", "shown not to be 60.00 pp higher"]);
  });

  it("passes an equivalence within its margin and fails a difference beyond it", () => {
    const relu = sides("leaky_relu(alpha=0.01)", "gelu");
    expect(judge({ ...relu, expect: "equivalent", margin: 0.05 }).verdict).toBe("pass");
    expect(judge({ ...sides("gelu", "elu"), expect: "equivalent" }).verdict).toBe("fail");
  });

  it("is undecided with one seed, without a point, and where more than a fifth is missing", () => {
    const one = syntheticRun({ faults: "none", seeds: 1 });
    expect(judge(sides("gelu", "elu"), one)).toMatchObject({
      verdict: "undecided",
      why: "one seed: no interval, no verdict",
    });
    expect(judge(sides("gelu", "softsign"))).toMatchObject({
      verdict: "undecided",
      why: "no configuration of the study has the settings of a side",
    });
    // Every fourth trial is gone.
    const few = { ...whole, records: whole.records.filter((_, i) => i % 4 !== 0) };
    const judged = judge(sides("gelu", "elu"), few);
    expect(judged.verdict).toBe("undecided");
    expect(judged.why).toContain("more than a fifth");
  });

  it("holds values against bounds, and knows what no unit can be", () => {
    expect(judge({ ...DEAD, expect: "> 0.05" }).verdict).toBe("pass");
    expect(judge({ ...DEAD, expect: "< 0.01" }).verdict).toBe("fail");
    const value = judge({ ...DEAD, expect: "> 0.05" });
    expect(value.value?.n).toBe(6);
    expect(value.bound).toBe(0.05);
    const immortal = judge({ metric: "dead_rate", where: { activation: "gelu" }, expect: "< 0.01" });
    expect([immortal.verdict, immortal.why]).toEqual([
      "pass",
      "0 by definition: no derivative is zero on an interval",
    ]);
    expect(judge({ metric: "dead_rate", where: { activation: "gelu" }, expect: "> 0.01" }).verdict).toBe(
      "fail",
    );
  });

  it("takes an activation's name for all its parameters, and a label for itself", () => {
    const run = syntheticRun({ faults: "none", seeds: 6 });
    const name = run.study.activations.find(({ label }) => label.startsWith("leaky_relu"))?.name ?? "";
    const all = judge(sides(name, "relu"));
    const one = judge(sides("leaky_relu(alpha=0.01)", "relu"));
    expect(all.effect?.planned).toBeGreaterThan(one.effect?.planned ?? 0);
    expect(one.effect?.planned).toBe(4 * 6);
  });

  it("compares each side at its best settings on the test set", () => {
    const judged = judge({ ...sides("gelu", "elu"), at: "best" });
    expect(judged.metric).toBe("test_accuracy");
    expect([judged.subject, judged.reference]).toEqual([
      expect.stringMatching(/^gelu · /),
      expect.stringMatching(/^elu · .*lr 0\.1/),
    ]);
  });

  it("judges finalists at their best on the fresh seeds, which chose none of them", () => {
    const run = confirmedRun();
    const claim = {
      id: "c",
      compare: { activation: ["tanh", "relu"], dataset: ["fashion", "fashion"] },
      metric: "test_accuracy",
      expect: "worse",
    } as const;
    const judgedAt = (at: Claim["at"]) =>
      judgeClaims(viewRun({ ...run, study: { ...run.study, claims: [{ ...claim, at }] } }))[0];
    // Only the fresh seeds were made worse.
    expect(judgedAt("best")).toMatchObject({ verdict: "pass", effect: { planned: 5 } });
    expect(judgedAt("equal")?.verdict).not.toBe("pass");
    const bound = {
      id: "b",
      where: claim.compare,
      metric: "test_accuracy",
      expect: "< 0.51",
      at: "best",
    } as const;
    const where = { activation: "tanh", dataset: "fashion" };
    const [judged] = judgeClaims(viewRun({ ...run, study: { ...run.study, claims: [{ ...bound, where }] } }));
    expect(judged).toMatchObject({ value: { mean: 0.5 }, effect: { planned: 5 } });
  });

  it("compares finalists on every dataset that both sides have, and is about the mean difference", () => {
    const run = confirmedRun();
    const on = (...dataset: readonly string[]) =>
      judge(
        {
          at: "best",
          compare: {
            activation: ["tanh", "relu"],
            ...(dataset.length > 0 && { dataset: [dataset[0] ?? "", dataset[0] ?? ""] }),
          },
        },
        run,
      ).effect?.difference;
    const [mnist, fashion, both] = [on("mnist"), on("fashion"), on()];
    expect(both?.mean).toBeCloseTo(((mnist?.mean ?? 0) + (fashion?.mean ?? 0)) / 2, 12);
    expect(both?.n).toBe(5);
  });

  it("asks the seeds that chose where a side's best is no finalist", () => {
    const run = confirmedRun();
    const planned = (compare: NonNullable<Claim["compare"]>) =>
      judge({ at: "best", compare }, run).effect?.planned;
    expect(planned({ activation: ["tanh", "relu"] })).toBe(10);
    // The finalists of both have the larger rate.
    expect(planned({ activation: ["tanh", "relu"], "train.lr": [0.1, 0.1] })).toBe(2);
  });

  it("judges a loss that diverged at 5 of 8 seeds as the effects do, and says by what", () => {
    const base = syntheticRun({
      faults: "none",
      seeds: 8,
      lrs: [0.1],
      inits: ["he_normal"],
      activations: whole.study.activations.filter(({ name }) => ["relu", "gelu"].includes(name)),
    });
    const metric = { name: "validation_loss", goal: "minimize" } as const;
    const gelu = base.study.points.find(({ label }) => label.startsWith("gelu"))?.point;
    const records = base.records.map((record, i): TrialRecord => {
      const { point, seed } = base.study.plan[i] ?? {};
      if (point !== gelu || record.status !== "completed") return record;
      const { id, curve, digest, timing, peak_bytes } = record;
      if ((seed ?? 0) < 5)
        return { status: "diverged", id, curve: curve.slice(0, 2), digest, timing, peak_bytes, step: 9 };
      const worse = curve.map((epoch) => ({ ...epoch, validation: { loss: 9, accuracy: 0.5 } }));
      return { ...record, curve: worse };
    });
    const run = { ...base, study: { ...base.study, metric, baseline: { activation: "relu" } }, records };
    const [effects] = effectsOf(viewRun(run));
    expect(effects?.overall.effects[0]?.paired).toMatchObject({ verdict: "worse", method: "median" });
    const judged = judge({ ...sides("gelu", "relu"), metric: "validation_loss", expect: "worse" }, run);
    expect(judged).toMatchObject({ verdict: "pass", why: "shown to be higher", test: "difference" });
    expect(claimNumbers(judged)).toMatch(/^median \+∞ \[\+8\.\d+, \+∞\], n = 8; p = 0\.0078 \(sign test\)$/);
  });

  it("corrects for all claims together", () => {
    const claim = (id: string, a: string, b: string): Claim => ({
      id,
      ...sides(a, b),
      metric: "validation_accuracy",
      at: "equal",
      expect: "better",
    });
    const claims = [claim("a", "gelu", "elu"), claim("b", "gelu", "relu"), claim("c", "gelu", "tanh")];
    const view = viewRun({ ...whole, study: { ...whole.study, claims } });
    expect(judgeClaims(view).map(({ effect }) => effect?.family)).toEqual([3, 3, 3]);
  });

  it("says which trials ended before a claim was in the lock", () => {
    const { plan } = whole.study;
    const history: RunHistory = {
      looks: [{ at: "2026-01-01T00:00:00Z", command: "check", n: 6 }],
      claims: [{ id: "c", revision: 2 }],
      revisions: [[2, plan.length]],
    };
    expect(judge(sides("gelu", "elu")).declared).toEqual({ when: "unknown" });
    expect(judge(sides("gelu", "elu"), { ...whole, history }).declared).toEqual({ when: "before" });
    // The first of all trials was taken over from another run; it belongs to relu.
    const taken: RunHistory = {
      ...history,
      revisions: [
        [0, 1],
        [2, plan.length - 1],
      ],
    };
    expect(judge(sides("gelu", "elu"), { ...whole, history: taken }).declared).toEqual({ when: "before" });
    expect(judge(sides("gelu", "relu"), { ...whole, history: taken }).declared).toEqual({
      when: "post hoc",
      older: 1,
      trials: 48,
    });
  });
});
