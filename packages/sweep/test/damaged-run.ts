import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { trialId } from "@actbench/core/internal";
import { expect } from "vitest";
import type { Sweep } from "../src/index.js";
import { load } from "./load.js";
import { MemoryExecutor } from "./memory-executor.js";
import { freshFolder, session } from "./run-folder.js";

/** Eight trials: two activations, two learning rates, two seeds, one of them diverging. */
export const DAMAGED: Sweep = load(
  "name: damaged\ntrain: { epochs: 1 }\nparameters: { activation: [relu, elu], lr: [0.1, 0.8] }\nseeds: 2\n",
);

/** A finished run, and what it holds before it is damaged. */
export interface WholeRun {
  readonly out: string;
  readonly folder: string;
  readonly journal: Buffer;
  /** The journal's lines with their line feeds. */
  readonly lines: readonly Buffer[];
  readonly results: string;
}

/** What going on with a damaged journal came to. */
export interface Recovery {
  /** Kind and line of each problem. */
  readonly problems: readonly string[];
  /** Trials that were trained again. */
  readonly trained: number;
  readonly journal: Buffer;
}

/** Runs the study to its end. */
export async function wholeRun(): Promise<WholeRun> {
  const out = freshFolder();
  const { run } = await session(out, DAMAGED, new MemoryExecutor(), { concurrency: 1 });
  const journal = readFileSync(join(run.folder, "journal.jsonl"));
  const ends = [...journal.keys()].filter((i) => journal[i] === 10).map((i) => i + 1);
  const lines = ends.map((end, i) => journal.subarray(ends[i - 1] ?? 0, end));
  const results = readFileSync(join(run.folder, "results.csv"), "utf8");
  return { out, folder: run.folder, journal, lines, results };
}

/** Replaces the run's journal and resumes from it: to the same results, training nothing twice. */
export async function goOn({ out, folder, results }: WholeRun, journal: Buffer): Promise<Recovery> {
  const path = join(folder, "journal.jsonl");
  writeFileSync(path, journal);
  const executor = new MemoryExecutor();
  const { run, summary } = await session(out, DAMAGED, executor, { concurrency: 1 });
  expect(summary.ended).toBe("done");
  expect(readFileSync(join(folder, "results.csv"), "utf8")).toBe(results);
  const trained = executor.started.map((spec) => trialId(spec));
  expect(new Set(trained).size).toBe(trained.length);
  const problems = run.problems.map(({ kind, line }) => `${kind} ${line}`);
  return { problems, trained: trained.length, journal: readFileSync(path) };
}

/**
 * Resumes from the first `bytes` bytes of the run's journal, and expects the journal of an uninterrupted run.
 */
export async function goOnFromPrefix(run: WholeRun, bytes: number): Promise<void> {
  const ends = run.lines.map((_, i) => Buffer.concat(run.lines.slice(0, i + 1)).length);
  // A record that lacks only its line feed is whole.
  const whole = ends.filter((end) => end - 1 <= bytes).length;
  const { problems, trained, journal } = await goOn(run, run.journal.subarray(0, bytes));
  expect(problems).toEqual(bytes > (ends[whole - 1] ?? 0) ? [`torn ${whole + 1}`] : []);
  expect(trained).toBe(run.lines.length - Math.max(1, whole));
  expect(journal.equals(run.journal)).toBe(true);
}
