import { join } from "node:path";
import { expect, it } from "vitest";
import { loadStudy, report, run } from "../packages/cli/dist/index.js";
import { temporaryFolder } from "./actbench.js";
import { TINY, writeSweep } from "./tiny-study.js";

it("the library plans, trains what is missing, continues, and writes pages", async () => {
  const cwd = temporaryFolder();
  const study = await loadStudy(writeSweep(cwd, TINY), { overrides: ["seeds=1"], cwd });
  expect(study.sweep.plan).toHaveLength(4);
  const out = join(cwd, "results");
  const first = await run(study, { out, workers: 1, limit: 3 });
  expect([first.summary.ended, first.records.length]).toEqual(["limit", 3]);
  const started: string[] = [];
  const whole = await run(study, {
    out,
    workers: 1,
    onProgress: (event) => {
      if (event.type === "finished") started.push(event.record.id);
    },
  });
  expect(whole.folder).toBe(first.folder);
  expect(whole.records.map(({ id }) => id)).toEqual(study.sweep.plan.map(({ id }) => id));
  expect(started).toEqual(whole.records.slice(3).map(({ id }) => id));
  const page = await report(whole.folder);
  expect(page).toMatch(/^<!doctype html>/i);
  // A page is as good a source as its folder.
  expect(await report(whole.page)).toContain("tiny");
});

it("an aborted signal starts nothing", async () => {
  const cwd = temporaryFolder();
  const study = await loadStudy(writeSweep(cwd, TINY), { cwd });
  const { summary, records } = await run(study, { out: join(cwd, "r"), signal: AbortSignal.abort() });
  expect([summary.ended, records]).toEqual(["drained", []]);
});

it("what is wrong with a sweep file is thrown with every problem", async () => {
  const cwd = temporaryFolder();
  const config = writeSweep(cwd, TINY.replace("epochs: 4", "epoch: 4").replace("prelu", "preluu"));
  await expect(loadStudy(config, { cwd })).rejects.toMatchObject({
    name: "ConfigError",
    problems: [{ line: expect.any(Number) }, { line: expect.any(Number) }],
  });
  await expect(loadStudy("none.yaml", { cwd })).rejects.toMatchObject({ code: "usage" });
});
