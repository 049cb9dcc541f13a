import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { CATALOGS } from "../test/load.js";
import { MemoryExecutor } from "../test/memory-executor.js";
import { executorOf, freshFolder, HOST } from "../test/run-folder.js";
import { loadSweep, openRun, runStudy } from "./index.js";

test("the example of the README runs", async () => {
  const readme = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");
  const written = /text: ("[^\n]*"),\n {2}file: "([^"]*)",\n {2}overrides: (\[[^\n]*\]),/.exec(readme);
  const [, text = "", file = "", overrides = ""] = written ?? [];
  const sweep = loadSweep({
    text: JSON.parse(text),
    file,
    overrides: JSON.parse(overrides),
    catalogs: CATALOGS,
  });
  const run = await openRun(freshFolder(), sweep, HOST);
  const summary = await runStudy({ run, executor: executorOf(new MemoryExecutor()), clock: () => 0 });
  run.close();
  expect(summary).toMatchObject({ ended: "done", counts: { finished: 12 } });
});
