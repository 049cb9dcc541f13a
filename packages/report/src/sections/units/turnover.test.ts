import { expect, it } from "vitest";
import { syntheticRun } from "../../../test/synthetic-study.js";
import { extractRun } from "../../data/extract-runs.js";
import { renderReport } from "../../page/render-report.js";
import { viewRun } from "../../view/run-view.js";

const options = { inits: ["he_normal"], lrs: [0.1, 1], faults: "none" } as const;
const pageOf = (turnover: boolean): string =>
  renderReport({ runs: [syntheticRun({ ...options, turnover })] });

/** The cells of a table's row. */
const cellsOf = (row: string): readonly string[] =>
  [...row.matchAll(/<t[hd][^>]*>(?:<bdi>)?([^<]*)/g)].map(([, text = ""]) => text.trim());

it("shows by point and layer how many units died, how many of those came back, and the longest time dead", () => {
  const page = pageOf(true);
  const [, table = ""] = page.split("<summary>Table of units that died and came back by layer</summary>");
  const rows = table.split("</table>")[0]?.split("<tr>").slice(2).map(cellsOf) ?? [];
  const point = viewRun(syntheticRun({ ...options, turnover: true })).ranked.find(
    ({ configuration }) => configuration.label === "relu · lr 1" || /^relu .*lr 1$/.test(configuration.label),
  );
  const layers = point?.trials.flatMap(({ curve }) => curve.at(-1)?.units?.[1] ?? []) ?? [];
  const sum = (read: (layer: (typeof layers)[number]) => number | undefined) =>
    layers.reduce((total, layer) => total + (read(layer) ?? 0), 0);
  const [units, died, revived] = [sum((l) => l.units), sum((l) => l.died), sum((l) => l.revived)];
  expect(revived).toBeGreaterThan(0);
  const own = rows.filter(([label]) => label === point?.configuration.label);
  expect(own.map(([, layer]) => layer)).toEqual(["all", "1", "2"]);
  const [, first, second] = own;
  expect(first?.[5]).toMatch(/^0\.0 %, 0 of \d+$/);
  expect(second?.[2]).toBe(`${(100 / 64).toFixed(1)} %`);
  expect(second?.[4]).toBe(`${((100 * died) / units).toFixed(1)} %`);
  expect(second?.[5]).toBe(`${((100 * revived) / died).toFixed(1)} %, ${revived} of ${died}`);
  const end = point?.trials[0]?.curve.at(-1);
  expect(second?.[7]).toBe(`${(end?.step ?? 0).toLocaleString("en-US")} (${end?.epoch} epochs)`);
  expect(page).toContain("No unit was found dead in ");
  expect(page).toContain("revived rate");
});

it("keeps what happened to units in the page's data", () => {
  const run = syntheticRun({ ...options, turnover: true });
  const { records } = extractRun(renderReport({ runs: [run] }));
  const counts = ({ curve }: (typeof records)[number]) =>
    curve
      .at(-1)
      ?.units?.map(({ born_dead, born_late, died, revived, longest_dead }) => [
        born_dead,
        born_late,
        died,
        revived,
        longest_dead,
      ]);
  expect(records.map(counts)).toEqual(run.records.map(counts));
});

it("says what counts deaths and returns where units were dead and nothing counted them", () => {
  const page = pageOf(false);
  expect(page).toContain("measure: { turnover: true }</code> does, and changes no training");
  expect(page).not.toContain("Died and came back</h3>");
  expect(page).not.toContain("revived rate<");
});
