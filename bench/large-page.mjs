// The page of large runs, by `actbench report` as a user starts it: processor seconds, peak memory and size
// of the page for 1,000, 10,000 and 100,000 trials of 10 epochs. Runs are made up, not trained; sizes take
// turns.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { rolldown } from "rolldown";

const ROUNDS = Number(process.argv[2] ?? 3);
/** Points times seeds: 20 × 50, 100 × 100, 1,000 × 100. */
const SIZES = [
  { rates: 1, seeds: 50, epochs: 10 },
  { rates: 5, seeds: 100, epochs: 10 },
  { rates: 50, seeds: 100, epochs: 10 },
];
const MAIN = fileURLToPath(new URL("../packages/cli/dist/main.bundle.js", import.meta.url));
const USAGE = new URL("../test/usage-at-exit.mjs", import.meta.url).href;

const work = mkdtempSync(join(tmpdir(), "actbench-large-"));
try {
  const { writeLargeRun } = await bundled("../packages/cli/test/write-large-run.ts");
  const runs = [];
  for (const size of SIZES)
    runs.push({
      trials: 20 * size.rates * size.seeds,
      folder: await writeLargeRun(join(work, `${size.rates}`), size),
      all: [],
    });
  for (let round = 0; round < ROUNDS; round++) for (const run of runs) run.all.push(pageOf(run.folder));
  for (const { trials, folder, all } of runs) {
    const seconds = all.map((one) => one.seconds).sort((a, b) => a - b);
    const megabytes = Math.max(...all.map((one) => one.megabytes));
    const page = statSync(join(folder, "report.html")).size / 1e6;
    console.log(
      `${trials} trials: ${seconds[ROUNDS >> 1].toFixed(1)} s of processor time (${seconds[0].toFixed(1)} … ${seconds.at(-1).toFixed(1)}), ${megabytes.toFixed(0)} MB at most, page of ${page.toFixed(1)} MB`,
    );
  }
} finally {
  rmSync(work, { recursive: true });
}

/** A module of TypeScript, with all that it imports. */
async function bundled(path) {
  const file = join(work, "module.mjs");
  const bundle = await rolldown({
    input: fileURLToPath(new URL(path, import.meta.url)),
    platform: "node",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  });
  await bundle.write({ file });
  await bundle.close();
  return import(pathToFileURL(file).href);
}

function pageOf(folder) {
  const file = join(work, "usage.json");
  const { status, stderr } = spawnSync(process.execPath, ["--import", USAGE, MAIN, "report", folder], {
    encoding: "utf8",
    env: { ...process.env, ACTBENCH_USAGE_FILE: file },
  });
  if (status !== 0) throw new Error(`report ended with ${status}: ${stderr}`);
  return JSON.parse(readFileSync(file, "utf8"));
}
