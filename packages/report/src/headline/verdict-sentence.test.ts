import type { TrialRecord } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { quickstartActivations } from "../../test/synthetic-activations.js";
import { syntheticRun } from "../../test/synthetic-study.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { highlightsOf, highlightText } from "./highlights.js";
import { nextStep } from "./next-step.js";
import { verdictFigure } from "./verdict-figure.js";
import { verdictSentence } from "./verdict-sentence.js";

const sentence = (run: Run): string => verdictSentence(viewRun(run)).text;
const whole = syntheticRun({ faults: "none" });

/** A run in which every trial of an activation diverged, or every trial at all. */
function withDiverged({ study, records }: Run, activation?: string): Run {
  const points = study.points.filter(({ settings }) => [settings.activation, undefined].includes(activation));
  const chosen = new Set(points.map(({ point }) => point));
  const ids = new Set(study.plan.filter(({ point }) => chosen.has(point)).map(({ id }) => id));
  const diverged = ({ id }: TrialRecord): TrialRecord => ({
    status: "diverged",
    id,
    step: 3,
    curve: [],
    digest: "0",
    timing: { startup_s: 0, train_s: 0, evaluate_s: 0 },
    peak_bytes: 0,
  });
  return { study, records: records.map((record) => (ids.has(record.id) ? diverged(record) : record)) };
}

describe("the verdict of a run in a sentence", () => {
  it("says who is worse and by how much, what is inconclusive, and with how many seeds", () => {
    const run = syntheticRun({ seeds: 10, faults: "none" });
    expect(sentence(run)).toBe(
      "No activation is shown to be better than relu. elu (0.82 pp), prelu (1 pp) and tanh (1.2 pp) are worse; gelu, leaky_relu(alpha=0.3) and leaky_relu(alpha=0.01) are inconclusive with 10 seeds.",
    );
    expect(verdictSentence(viewRun(run)).basis).toBe(
      "test accuracy, each at its best settings, differences paired over 10 seeds, 6 comparisons, Holm-corrected",
    );
  });

  it("names what every seed diverged, not inconclusive, also the baseline and all", () => {
    expect(sentence(withDiverged(whole, "elu"))).toContain("elu diverged at every seed");
    const [first, second] = sentence(withDiverged(whole, "relu")).split(". ");
    expect([first, second]).toEqual([
      "relu diverged at every seed",
      expect.stringMatching(/^gelu \(\d+ pp\), .* are better than relu/),
    ]);
    const none = withDiverged(whole);
    expect(sentence(none)).toBe("Every trial diverged (84 of 84): no configuration trained successfully.");
    expect(nextStep(viewRun(none))?.again).toBe("train.lr=0.01");
    expect(verdictFigure(viewRun(none))).toBeUndefined();
    expect(verdictFigure(viewRun(withDiverged(whole, "elu")))?.title).toMatch(/^Differences from relu/);
  });

  it("calls the same weights identical", () => {
    const { study, records } = syntheticRun({
      activations: quickstartActivations.slice(0, 2),
      inits: ["he_normal"],
      lrs: [0.1],
      faults: "none",
    });
    // Each trial of the second activation ended as that of the first with its seed.
    const firstOf = ({ seed }: (typeof study.plan)[number]) =>
      study.plan.find((one) => one.seed === seed)?.id;
    const same = study.plan.flatMap((planned) => {
      const first = records.find(({ id }) => id === firstOf(planned));
      return first === undefined ? [] : { ...first, id: planned.id };
    });
    expect(sentence({ study, records: same })).toMatch(
      /^No activation is shown to be better than relu\. .*leaky_relu.* is identical to it, bit for bit\.$/,
    );
  });

  it("gives no verdict on one seed, on nothing, on an unfinished run that nobody may look at yet", () => {
    const one = syntheticRun({ seeds: 1, faults: "none" });
    expect(sentence(one)).toMatch(/^One seed gives no verdict\. Ahead so far: \w+, 96\.\d\d %, n = 1\.$/);
    expect(nextStep(viewRun(one))?.again).toBe("--seeds 5");
    expect(sentence({ ...whole, records: [] })).toBe("No trial has finished yet.");
    const withheld = { ...whole, history: { looks: [], claims: [], revisions: [] } };
    expect(sentence(withheld)).toMatch(/^No verdict yet: /);
    for (const run of [one, withheld])
      expect(verdictSentence(viewRun(run)).basis).not.toMatch(/correct|paired/);
    expect(nextStep(viewRun(withheld))?.command).toMatch(/^actbench report quickstart-[0-9a-f]{8}$/);
  });

  it("without a baseline compares the leader with the rest, and one configuration with nothing", () => {
    const { baseline: _, ...study } = whole.study;
    const text = sentence({ study, records: whole.records });
    expect(text).toMatch(
      /^\w+ has the highest validation accuracy \(9\d\.\d\d % .* on test\)\. .* inconclusive with 3 seeds\.$/,
    );
    const only = syntheticRun({
      activations: quickstartActivations.slice(0, 1),
      inits: ["he_normal"],
      lrs: [0.1],
      faults: "none",
    });
    expect(sentence(only)).toMatch(/^relu · he_normal · lr 0.1 reaches .* there is nothing to compare\.$/);
  });
});

describe("what stands beside the verdict", () => {
  it("says where units die and where trials diverge, by the setting that matters", () => {
    const [, dead, stable] = highlightsOf(viewRun(whole)).map(highlightText);
    expect(dead).toMatch(/^Dead units: relu: (\d+–)?\d+ % at lr 0\.8, 1\.0 % at lr 0\.1$/);
    expect(stable).toMatch(/^Stability: \d+ of 84 trials diverged, all at lr 0\.8$/);
  });

  it("advises a number of seeds that anybody would run, and says > 100 where more are needed", () => {
    const step = nextStep(viewRun(whole));
    const [, seeds] = /^--seeds (\d+)$/.exec(step?.again ?? "") ?? [];
    expect(Number(seeds)).toBeGreaterThan(3);
    expect(Number(seeds)).toBeLessThanOrEqual(100);
    const { stats } = whole.study;
    const strict = { ...whole.study, stats: { ...stats, equivalent_within: 1e-5 } };
    const none = nextStep(viewRun({ ...whole, study: strict }));
    expect(none).not.toHaveProperty("again");
    expect(none?.why.join("")).toContain("> 100 seeds for 80 % power");
  });
});
