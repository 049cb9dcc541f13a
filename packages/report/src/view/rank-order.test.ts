import { METRICS as LIST, type Metric, metricOf } from "@actbench/core/internal";
import { describe, expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { choose } from "../effects/choose.js";
import { effectsOf } from "../effects/effects.js";
import { findings } from "../findings/findings.js";
import { TRIAL_METRICS } from "../metrics/metric-name.js";
import { renderReport } from "../page/render-report.js";
import { viewRun } from "./run-view.js";

const run = syntheticRun({ faults: "none" });
const asked = (metric: Metric, speed = run.speed) => ({
  study: { ...run.study, metric },
  records: run.records,
  ...(speed && { speed }),
});
const labels = (metric: Metric) =>
  viewRun(asked(metric)).ranked.map(({ configuration }) => configuration.label);

describe("what points are ranked by", () => {
  it("is any metric of the list: those of epochs, of trials, and step_ns", () => {
    expect([...TRIAL_METRICS, "step_ns"].sort()).toEqual(LIST.map(({ name }) => name).sort());
    for (const name of TRIAL_METRICS) {
      const { ranking, ranked } = viewRun(asked({ name, goal: metricOf(name).goal }));
      expect(ranking).toMatchObject({ metric: name, byStepTime: false, instead: "", turned: false });
      const whole = ranked.filter(({ diverged }) => diverged === 0);
      const values = whole.map((point) => point.estimate(name)?.mean ?? Number.NaN);
      expect(values, name).toEqual(values.toSorted((a, b) => ranking.sign * (b - a)));
    }
  });

  it("chooses as it ranks where a study turns its goal round", () => {
    const usual: Metric = { name: "validation_accuracy", goal: "maximize" };
    const turned: Metric = { name: "validation_accuracy", goal: "minimize" };
    const [best, worst] = [viewRun(asked(usual)), viewRun(asked(turned))];
    const whole = (view: typeof best) => view.ranked.filter(({ diverged }) => diverged === 0);
    expect(choose(best, whole(best), "validation_accuracy")).toBe(whole(best)[0]);
    expect(choose(worst, whole(worst), "validation_accuracy")).toBe(whole(worst)[0]);
    // The same measure on other examples too, and no other measure.
    expect(effectsOf(worst)[0]?.best?.metricSign).toBe(-1);
    expect(choose(worst, whole(worst), "validation_loss")).not.toBe(whole(worst)[0]);
    expect(findings(asked(turned).study, run.records)[0]?.text).toContain(
      "has the lowest validation accuracy",
    );
  });

  it("is the time of an update only where the isolated lane ran, and the page says which", () => {
    const metric: Metric = { name: "step_ns", goal: "minimize" };
    const { ranking, ranked } = viewRun(asked(metric));
    expect(ranking).toMatchObject({ metric: "validation_accuracy", byStepTime: true, instead: "" });
    // Each activation is 4 % slower than the one before; points of one network share its time.
    const names = ranked.filter(({ diverged }) => diverged === 0).map(({ activation }) => activation);
    expect([...new Set(names)]).toEqual(run.study.activations.map(({ label }) => label));
    const page = renderReport({ runs: [asked(metric)] });
    expect(page).toContain("Ranked by the time of a step, measured alone");
    expect(page).toContain('<th scope="col" class="num">time of a step');
    expect(page).toMatch(
      /has the shortest time of a step, measured alone: 280 µs \[\d+ µs, \d+ µs\], 16 rounds/,
    );

    const { speed: _, ...without } = asked(metric);
    expect(viewRun(without).ranking).toMatchObject({
      metric: "validation_accuracy",
      byStepTime: false,
      instead: "step_ns: the isolated timing was not run (measure: { speed: true })",
    });
    expect(renderReport({ runs: [without] })).toContain(
      "Ranked by validation accuracy, not by step_ns: the isolated timing was not run",
    );
    expect(labels({ name: "unheard_of", goal: "maximize" })).toEqual(
      labels({ name: "validation_accuracy", goal: "maximize" }),
    );
  });
});
