import { expect, it } from "vitest";
import { syntheticRun } from "../../test/synthetic-study.js";
import { extractRun } from "../data/extract-runs.js";
import { effectsOf } from "../effects/effects.js";
import { findings } from "../findings/findings.js";
import { renderReport } from "../page/render-report.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";

const all = syntheticRun({ faults: "none", seeds: 6 });
const base = syntheticRun({ faults: "none", seeds: 3 });
const POINT = 22;

/** The run over three seeds, and one point on three more. */
function confirmed(): Run {
  const own = new Set(base.study.seeds);
  const plan = all.study.plan.filter(({ seed, point }) => own.has(seed) || point === POINT);
  const ids = new Set(plan.map(({ id }) => id));
  const confirm = { seeds: all.study.seeds.filter((seed) => !own.has(seed)), points: [POINT] };
  const study = { ...all.study, seeds: base.study.seeds, plan, confirm };
  return { study, records: all.records.filter(({ id }) => ids.has(id)) };
}

const section = (run: Run): string =>
  /<section id="finalists"[\s\S]*?<\/section>/.exec(renderReport({ runs: [run] }))?.[0] ?? "";

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
