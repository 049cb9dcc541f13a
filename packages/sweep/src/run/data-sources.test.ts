import { join } from "node:path";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { freshFolder, open } from "../../test/run-folder.js";
import { absoluteSources, relativeSources } from "./data-sources.js";
import { readDataSources } from "./read-data-sources.js";

test("sources are kept relative to the run's folder and read as absolute folders", () => {
  const run = join("/work", "results", "a");
  const sources = { one: join("/work", "configs"), two: run };
  const kept = relativeSources(run, sources);
  expect(kept).toEqual({ one: "../../configs", two: "." });
  expect(absoluteSources(run, kept)).toEqual(sources);
  expect(absoluteSources(join("/moved", "results", "a"), kept).one).toBe(join("/moved", "configs"));
});

test("a run's lock holds them, in a new revision where they change; a folder without a lock has none", async () => {
  const out = freshFolder();
  const sweep = load("name: own\nparameters: { activation: [relu] }\nseeds: 1");
  const sources = { two_moons: join(out, "configs") };
  const run = await open(out, sweep, { sources });
  run.close();
  expect(readDataSources(run.folder)).toEqual(sources);
  expect(run.study).not.toHaveProperty("sources");
  const again = await open(out, sweep, { sources });
  again.close();
  expect(again.study.revision).toBe(1);
  const moved = await open(out, sweep, { sources: { two_moons: out } });
  moved.close();
  expect([moved.study.revision, readDataSources(moved.folder)]).toEqual([2, { two_moons: out }]);
  expect(readDataSources(out)).toEqual({});
});
