import { Buffer } from "node:buffer";
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { encodeCurve } from "../src/journal/curve-text.js";
import { composeLine } from "../src/journal/journal-line.js";
import { summarizeCurve } from "../src/results/curve-summary.js";
import { load } from "./load.js";
import { recordOf } from "./memory-executor.js";
import { open } from "./run-folder.js";

/** 100,000 trials of 100 epochs: 10,000 points, ten seeds. */
export const LARGE =
  "name: large\ntrain: { epochs: 100 }\nparameters: { lr: { distribution: uniform, min: 0.1, max: 0.6, count: 10000 } }\nseeds: 10\n";
const BATCH = 500;

/**
 * Writes the run of `LARGE` with all trials finished but the last `missing` ones; gives its journal's bytes.
 * Curves are those of a few trials over and over: what they say is not read when a run is opened.
 */
export async function writeLargeRun(out: string, missing: number): Promise<number> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const sweep = load(LARGE);
  const run = await open(out, sweep);
  run.close();
  const [spec] = sweep.points.map((point) => point.spec);
  if (spec === undefined) throw new Error("the sweep has no point");
  const models = Array.from({ length: 20 }, (_, seed) => {
    const { curve, ...record } = recordOf({ ...spec, seed });
    return { record, summary: summarizeCurve(curve), tail: Buffer.from(encodeCurve(curve)) };
  });
  const path = join(run.folder, "journal.jsonl");
  const fd = openSync(path, "a");
  try {
    let lines: Buffer[] = [];
    sweep.plan.slice(0, sweep.plan.length - missing).forEach(({ id }, i) => {
      const model = models[i % models.length];
      if (model === undefined) return;
      const { record, summary, tail } = model;
      const entry = { type: "finished", revision: 1, record: { ...record, id }, summary };
      lines.push(composeLine(i + 1, Buffer.from(JSON.stringify(entry)), tail));
      if (lines.length < BATCH) return;
      writeSync(fd, Buffer.concat(lines));
      lines = [];
    });
    writeSync(fd, Buffer.concat(lines));
  } finally {
    closeSync(fd);
  }
  return statSync(path).size;
}
