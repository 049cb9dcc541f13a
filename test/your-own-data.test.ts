import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT, temporaryFolder } from "./actbench.js";
import { runPage } from "./run-page.js";
import { results } from "./tiny-study.js";

it("docs/your-own-data.md: every command of it works, and both ways to the same rows end in the same digests", async () => {
  const cwd = temporaryFolder();
  copyFileSync(`${ROOT}examples/data/flowers.csv`, join(cwd, "flowers.csv"));
  const lines = await runPage("docs/your-own-data.md", { cwd, env: { ACTBENCH_CACHE: join(cwd, "cache") } });
  expect(lines.length).toBeGreaterThanOrEqual(6);
  const runs = readdirSync(join(cwd, "results")).sort();
  expect(runs).toEqual([expect.stringMatching(/^by-name-/), expect.stringMatching(/^flowers-/)]);
  const [byName, fromFile] = runs.map((run) => results(join(cwd, "results", run)));
  expect(byName).toHaveLength(6);
  const digests = (rows: typeof byName) =>
    rows?.map(({ activation, seed, digest }) => [activation, seed, digest]);
  expect(digests(byName)).toEqual(digests(fromFile));
  // Chance is a third.
  for (const row of byName ?? []) expect(Number(row.test_accuracy)).toBeGreaterThan(0.5);
});
