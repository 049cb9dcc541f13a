import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { type LargeRunSize, writeLargeRun } from "../../packages/cli/test/write-large-run.js";
import { actbench, temporaryFolder } from "../actbench.js";

const USAGE = pathToFileURL(fileURLToPath(new URL("../usage-at-exit.mjs", import.meta.url))).href;

/** The page of a run: what `report` took for it, and how large it is. */
async function pageOf(size: LargeRunSize) {
  const cwd = temporaryFolder();
  const folder = await writeLargeRun(join(cwd, "results"), size);
  const file = join(cwd, "usage.json");
  const env = { NODE_OPTIONS: `--import ${USAGE}`, ACTBENCH_USAGE_FILE: file };
  const { code, stderr } = await actbench(["report", folder], { cwd, env });
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^(?:writing the page(?:: \d+ %)?\n)*$/)]);
  const usage = JSON.parse(readFileSync(file, "utf8")) as {
    readonly seconds: number;
    readonly megabytes: number;
  };
  return { cwd, folder, ...usage, bytes: statSync(join(folder, "report.html")).size };
}

it("the page of 1,000 points and 100 seeds: 30 s of processor time, 1 GB, 25 MB", async () => {
  const small = await pageOf({ rates: 5, seeds: 100, epochs: 10 });
  const { cwd, folder, seconds, megabytes, bytes } = await pageOf({ rates: 50, seeds: 100, epochs: 10 });
  console.info(
    `10,000 trials: ${small.seconds.toFixed(1)} s; 100,000: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB of memory, ${(bytes / 1e6).toFixed(1)} MB`,
  );
  expect(seconds).toBeLessThan(30);
  expect(megabytes).toBeLessThan(1000);
  expect(bytes).toBeLessThan(25e6);
  // n log n is 12.5 times as much.
  expect(seconds / small.seconds).toBeLessThan(12.5);
  const verified = await actbench(["report", "--verify", folder], { cwd });
  expect([verified.code, verified.stdout]).toEqual([
    0,
    expect.stringContaining("follow from the data of its 100000 trials"),
  ]);
});
