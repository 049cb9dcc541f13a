import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { LARGE, writeLargeRun } from "../../test/large-run.js";
import { MNIST } from "../../test/load.js";
import { freshFolder, HOST } from "../../test/run-folder.js";

const PROCESS = fileURLToPath(new URL("../../test/continue-large-run.mjs", import.meta.url));

it("100,000 trials of 100 epochs are opened, and what is missing is trained, in under 5 s and 500 MB, results.csv in two more", async () => {
  const out = freshFolder();
  const bytes = await writeLargeRun(out, 10);
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [PROCESS, out, LARGE, JSON.stringify(MNIST), JSON.stringify(HOST)],
    { encoding: "utf8" },
  );
  expect(stderr).toBe("");
  const figures = JSON.parse(stdout) as {
    readonly begun: { readonly cpu_seconds: number; readonly megabytes: number };
    readonly whole: { readonly cpu_seconds: number; readonly megabytes: number };
  };
  console.info(`a journal of ${(bytes / 1e9).toFixed(2)} GB: ${stdout.trim()}`);
  expect(figures).toMatchObject({ opened: 99_990, trained: 10, ended: "done" });
  // The processor's seconds: the clock's are also those of other processes, and of a disk that is read the
  // first time.
  expect(figures.begun.cpu_seconds).toBeLessThan(5);
  expect(figures.whole.cpu_seconds).toBeLessThan(figures.begun.cpu_seconds + 2);
  expect(figures.whole.megabytes).toBeLessThan(500);
});
