import type { Json } from "@actbench/core/internal";
import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { rankRun } from "../analysis/rank-run.js";
import { compareRuns } from "../compare/compare-runs.js";
import { extractRun } from "../data/extract-runs.js";
import { effectsOf } from "../effects/effects.js";
import { findings } from "../findings/findings.js";
import { renderReport } from "../page/render-report.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";

const all = syntheticRun({ faults: "none", seeds: 6 });
const base = syntheticRun({ faults: "none", seeds: 3 });
const POINT = 22;

/** The run over three seeds, and some points on three more. */
function confirmed(finalists: readonly number[] = [POINT]): Run {
  const own = new Set(base.study.seeds);
  const plan = all.study.plan.filter(({ seed, point }) => own.has(seed) || finalists.includes(point));
  const ids = new Set(plan.map(({ id }) => id));
  const confirm = { seeds: all.study.seeds.filter((seed) => !own.has(seed)), points: finalists };
  const study = { ...all.study, seeds: base.study.seeds, plan, confirm };
  return { study, records: all.records.filter(({ id }) => ids.has(id)) };
}

function activationOf({ study }: Run, point: number): Json {
  return study.points[point]?.settings.activation ?? null;
}

const section = (run: Run): string =>
  /<(?:section|li) id="finalists"[\s\S]*?(?=<\/section>|<li[ >]|<\/ul>)/.exec(
    renderReport({ runs: [run] }),
  )?.[0] ?? "";

it("shows both numbers of a finalist, and keeps fresh seeds out of everything else", () => {
  const run = confirmed();
  const [view, plain] = [viewRun(run), viewRun({ ...run, study: base.study })];
  const [finalist] = view.finalists;
  expect([
    finalist?.chosen.estimate("test_accuracy")?.n,
    finalist?.fresh.estimate("test_accuracy")?.n,
  ]).toEqual([3, 3]);
  expect(view.points.map((point) => point.estimate(view.metric))).toEqual(
    plain.points.map((point) => point.estimate(view.metric)),
  );
  expect(effectsOf(view).map(({ overall }) => overall)).toEqual(
    effectsOf(plain).map(({ overall }) => overall),
  );
  expect(view.level).toEqual(plain.level);
  const mean = (100 * (finalist?.fresh.estimate("test_accuracy")?.mean ?? 0)).toFixed(2);
  expect(section(run)).toContain(`${mean} %`);
  expect(findings(run.study, run.records).map(({ text }) => text)).toContainEqual(
    expect.stringMatching(
      / on fresh seeds: validation accuracy .*, n = 3; on those that chose it .*, n = 3\.$/,
    ),
  );
});

it("gives both numbers to scripts, and the difference from the baseline's finalist on the fresh seeds", () => {
  const relu = 4;
  const run = confirmed([relu, POINT]);
  const base = { ...run, study: { ...run.study, baseline: { activation: activationOf(run, relu) } } };
  const view = viewRun(base);
  const [first, second] = rankRun(base).finalists;
  const means = view.finalists.map(({ fresh }) => fresh.estimate(view.metric)?.mean ?? Number.NaN);
  expect([first?.fresh?.mean, second?.fresh?.mean]).toEqual(means);
  expect(second).toMatchObject({
    point: { point: POINT },
    seeds: 3,
    completed: 3,
    diverged: 0,
    chosen: { n: 3 },
  });
  expect(first?.lessBaseline).toBeUndefined();
  expect(second?.lessBaseline).toMatchObject({
    n: 3,
    mean: expect.closeTo((means[1] ?? 0) - (means[0] ?? 0), 12),
  });
  expect(section(base)).toMatch(/minus <bdi>/);
  expect(section(run)).not.toContain("minus <bdi>");
  expect(compareRuns(base, [base])[0]?.a.finalists).toEqual(rankRun(base).finalists);
});

it("is read back from a page, and says why where there is none", () => {
  const run = confirmed();
  const page = renderReport({ runs: [run] });
  const back = extractRun(page);
  expect(back.study.confirm).toEqual(run.study.confirm);
  expect(renderReport({ runs: [back] })).toBe(page);
  expect(section(base)).toContain("confirm: 10");
  const { study } = run;
  const waiting = { ...study, plan: base.study.plan, confirm: { seeds: [3, 4, 5], points: [] } };
  expect(section({ study: waiting, records: base.records })).toContain("when all other trials have ended");
});
