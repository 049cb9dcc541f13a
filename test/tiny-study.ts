import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "./parse-csv.js";

/** Columns that depend on the machine and its load, not on the study. */
const MACHINE_COLUMNS = ["train_s", "samples_per_s", "step_ns", "peak_bytes", "retries"];

/**
 * 12 trials of some tens of milliseconds: four points, three seeds. Standardized data, so that no page of it
 * draws regions.
 */
export const TINY = `version: 1
name: tiny
dataset: { name: two_moons, train: 512, validation: 128, normalize: standardize }
model: { hidden: [32, 16] }
train: { epochs: 4, batch_size: 16 }
parameters:
  activation: [relu, { name: leaky_relu, alpha: [0.01, 0.1] }, prelu]
seeds: 3
baseline: { activation: relu }
`;

/** Writes a sweep file; gives its name. */
export function writeSweep(folder: string, text: string, name = "tiny.yaml"): string {
  writeFileSync(join(folder, name), text);
  return name;
}

/** The path of the only run's folder under `results` of a folder. */
export function onlyRun(folder: string, out = "results"): string {
  const runs = readdirSync(join(folder, out), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const [run] = runs;
  if (run === undefined || runs.length !== 1) throw new Error(`expected one run, found ${runs.length}`);
  return join(folder, out, run.name);
}

/** A run's results.csv without the columns of the machine. */
export function results(run: string): readonly Readonly<Record<string, string>>[] {
  return parseCsv(readFileSync(join(run, "results.csv"), "utf8")).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !MACHINE_COLUMNS.includes(column))),
  );
}

/**
 * Ids of the trials that a run's journal says have finished there, in the order written; a torn last line is
 * none.
 */
export function finishedIds(run: string): readonly string[] {
  const lines = readFileSync(join(run, "journal.jsonl"), "utf8").split("\n");
  return lines.flatMap((line) => /"type":"finished".*?"id":"([0-9a-f]{32})"/.exec(line)?.[1] ?? []);
}
