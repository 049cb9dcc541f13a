import { expect, it } from "vitest";
import { confirmedRun } from "../../test/confirmed-run.js";
import { finalistsTable } from "../export/finalists-table.js";
import { headlineOf } from "../headline/headline.js";
import { verdictSentence } from "../headline/verdict-sentence.js";
import { renderReport } from "../page/render-report.js";
import { tInterval } from "../stats/t-interval.js";
import { viewRun } from "../view/run-view.js";
import { judgedFinalists } from "./judged-finalists.js";

const run = confirmedRun();
const view = viewRun(run);

it("judges finalists against the baseline's on the same dataset, all of them one family", () => {
  const judged = judgedFinalists(view);
  expect(judged).toMatchObject({ metric: "test_accuracy", seeds: 5, datasets: ["mnist", "fashion"] });
  const rows = judged?.rows ?? [];
  const compared = rows.flatMap(({ paired }) => paired ?? []);
  expect(rows).toHaveLength(compared.length + 2);
  expect(new Set(compared.map(({ family }) => family))).toEqual(new Set([compared.length]));
  const of = (name: string) => rows.find((row) => row.name === name);
  expect(of("tanh on fashion")?.paired?.verdict).toBe("worse");
  expect(of("tanh on mnist")?.paired?.verdict).not.toBe("worse");
  const values = (name: string) => of(name)?.finalist.fresh.values("test_accuracy") ?? [];
  const base = values("relu on fashion");
  const byHand = tInterval(
    values("tanh on fashion").map((value, i) => value - (base[i] ?? 0)),
    0.95,
  );
  expect(of("tanh on fashion")?.paired?.difference?.mean).toBeCloseTo(byHand?.mean ?? 0, 12);
  expect(of("tanh on fashion")?.paired?.difference?.n).toBe(5);
});

it("gives tiers by dataset, the first of those that fresh seeds do not distinguish from the best", () => {
  const rows = judgedFinalists(view)?.rows ?? [];
  const tiers = new Map(rows.map(({ name, tier }) => [name, tier]));
  expect(tiers.get("tanh on fashion")).toBeGreaterThan(1);
  for (const dataset of ["mnist", "fashion"]) {
    const mean = ({ finalist }: (typeof rows)[number]) => finalist.fresh.estimate("test_accuracy")?.mean ?? 0;
    const [best] = rows.filter((row) => row.dataset === dataset).toSorted((a, b) => mean(b) - mean(a));
    expect(best?.tier).toBe(1);
  }
  expect([...tiers.values()].every((tier) => tier !== undefined)).toBe(true);
});

it("makes the verdict of a run from its fresh seeds, and says so", () => {
  expect(headlineOf(view)).toMatchObject({ place: "fresh", seeds: 5, reference: { name: "relu" } });
  const { text, basis } = verdictSentence(view);
  expect(text).toContain("tanh on fashion is worse by");
  expect(basis).toMatch(
    /^test accuracy, each finalist on 5 fresh seeds, differences paired by seed, \d+ comparisons, Holm-corrected$/,
  );
  const page = renderReport({ runs: [run] });
  expect(page).toContain("<small>finalists, fresh seeds</small>");
  expect(page).toContain("on the same dataset by test accuracy");
});

it("gives no verdict on finalists that did not end: the run's own seeds answer", () => {
  const last = run.study.plan.find(({ seed }) => seed === 6);
  const waiting = { ...run, records: run.records.filter(({ id }) => id !== last?.id) };
  expect(judgedFinalists(viewRun(waiting))).toBeUndefined();
  expect(headlineOf(viewRun(waiting))?.place).toBe("best");
  expect(finalistsTable(waiting).rows).toEqual([]);
});

it("counts looks at fresh seeds apart from those at the run's own", () => {
  const looked = (...looks: readonly { readonly n: number; readonly fresh?: number }[]) =>
    viewRun({
      ...run,
      history: {
        claims: [],
        revisions: [],
        looks: looks.map((one) => ({ at: "", command: "report", ...one })),
      },
    }).freshLevel;
  expect(looked({ n: 2 })).toMatchObject({ shown: false });
  expect(looked({ n: 2 }, { n: 2, fresh: 5 })).toMatchObject({ look: 1, alpha: 0.05, shown: true });
  expect(looked({ n: 2, fresh: 3 }, { n: 2, fresh: 5 })).toMatchObject({
    look: 2,
    alpha: 0.0125,
    shown: true,
  });
});

it("withholds verdicts and tiers where the run's verdicts are withheld", () => {
  const hidden = viewRun({ ...run, history: { claims: [], looks: [], revisions: [] } });
  const rows = judgedFinalists(hidden)?.rows ?? [];
  expect(rows.map(({ paired, tier }) => [paired?.verdict, tier])).toEqual(
    rows.map(() => [undefined, undefined]),
  );
});

it("exports a row a finalist", () => {
  const { columns, rows } = finalistsTable(run);
  const column = (name: string) => rows.map((row) => row[columns.indexOf(name)]);
  expect(column("dataset")).toEqual(judgedFinalists(view)?.rows.map(({ dataset }) => dataset));
  expect(column("tier")).toEqual(judgedFinalists(view)?.rows.map(({ tier }) => tier));
  expect(column("verdict")).toContain("worse");
});
