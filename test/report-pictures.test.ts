import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderReport, verifyReport } from "../packages/report/src/index.js";
import { readRun } from "../packages/sweep/src/index.js";
import { ROOT } from "./actbench.js";

it("every picture of a chart is there light and dark, and the docs show both", () => {
  const names = readdirSync(`${ROOT}docs/report`).filter((name) => name.endsWith(".png"));
  const charts = new Set(names.map((name) => name.replace(/-(light|dark)\.png$/, "")));
  expect(charts.size).toBeGreaterThan(10);
  const text = readFileSync(`${ROOT}docs/reading-a-report.md`, "utf8");
  for (const chart of charts)
    for (const scheme of ["light", "dark"]) {
      expect(names).toContain(`${chart}-${scheme}.png`);
      expect(text).toContain(`report/${chart}-${scheme}.png`);
    }
});

it("the committed run that they show is still read, and its page is what its data gives", async () => {
  const { study, records, problems } = await readRun(`${ROOT}docs/report/run`);
  expect(problems).toEqual([]);
  expect(records.size).toBe(study.plan.length);
  const page = renderReport({ runs: [{ study, records: [...records.values()] }] });
  expect(verifyReport(page)).not.toHaveProperty("difference");
});
