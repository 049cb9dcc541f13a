import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The runs in docs/report that the pictures are made from, by name: each folder has the name of its sweep
 * file.
 */
export const RUNS = {
  quickstart: "configs/quickstart.yaml",
  moons: "configs/pictures/moons.yaml",
  deep: "configs/pictures/deep.yaml",
};

/** The folder of a committed run. */
export function runFolder(name) {
  return join(root, "docs/report", name);
}

// What a page is made from; results.csv and report.html follow from it.
const FILES = [
  "study.lock.yaml",
  "plan.jsonl",
  "points.jsonl",
  "journal.jsonl",
  "speed.jsonl",
  "looks.jsonl",
];

/** Trains a run of docs/report again and puts it in the place of the old one. */
export async function trainRun(name) {
  // Only training needs a build.
  const { actbench } = await import("../../packages/cli/dist/index.bundle.js");
  const out = mkdtempSync(join(tmpdir(), "actbench-picture-"));
  try {
    const code = await actbench(["run", join(root, RUNS[name]), "--out", out, "--quiet"], process);
    if (code !== 0) throw new Error(`${RUNS[name]} ended with exit code ${code}`);
    const [run] = readdirSync(out).filter((entry) => entry.startsWith(`${name}-`));
    rmSync(runFolder(name), { recursive: true, force: true });
    for (const file of FILES)
      if (existsSync(join(out, run, file))) cpSync(join(out, run, file), join(runFolder(name), file));
  } finally {
    rmSync(out, { recursive: true });
  }
}
