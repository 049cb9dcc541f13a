import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { PointSpec, TrialRecord } from "@actbench/core/internal";
import { readText } from "../files/file-kind.js";
import { RunError } from "../files/run-error.js";
import { earlierLock, RUN_FILES } from "../files/run-files.js";
import type { RunProblem } from "../files/run-problem.js";
import type { SpecsById } from "../plan/specs-by-id.js";
import { listRuns } from "./list-runs.js";
import { readLock } from "./locked-study.js";
import { readRecords } from "./read-records.js";

/** A finished trial of another run. */
export interface ReusedTrial {
  readonly from: string;
  readonly record: TrialRecord;
}

/**
 * Finished trials that are wanted in the other runs under `out`, one after the other, whichever plan of that
 * run they belong to. Only results are taken, no failures. A run or a record that cannot be read is skipped
 * and reported in `notices`.
 */
export function* reuseTrials(
  out: string,
  folder: string,
  wanted: SpecsById,
  notices: string[],
): Generator<ReusedTrial> {
  const missing = new Map(wanted);
  for (const other of listRuns(out)) {
    if (missing.size === 0) return;
    if (resolve(other) === resolve(folder)) continue;
    try {
      yield* takeFrom(other, missing, notices);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      notices.push(`no trial was reused from ${basename(other)}: ${error.message}`);
    }
  }
}

/** Yields results of a run and takes their trials from those that are missing. */
function* takeFrom(
  folder: string,
  missing: Map<string, PointSpec>,
  notices: string[],
): Generator<ReusedTrial> {
  if (!mayHold(folder, missing)) return;
  const lock = readLock(folder);
  if (lock === undefined) return;
  const from = basename(folder);
  let malformed = false;
  const onProblem = ({ id, file, line, message }: RunProblem): void => {
    if (id === undefined) return;
    malformed = true;
    notices.push(`a trial was not reused from ${from}: ${file}:${line}: ${message}`);
  };
  const { records } = readRecords(folder, { hash: lock.hash, trials: missing, onProblem });
  for (const [id, head] of records) {
    if (!isResult(head)) continue;
    malformed = false;
    const record = { ...head };
    if (malformed) continue;
    missing.delete(id);
    yield { from, record };
  }
}

/**
 * A look at the plan alone, which is small: most other runs hold nothing that is wanted. Of a run without a
 * plan, or that had another one before, only the journal knows.
 */
function mayHold(folder: string, wanted: SpecsById): boolean {
  const path = join(folder, RUN_FILES.plan);
  if (!existsSync(path) || existsSync(join(folder, earlierLock(1)))) return true;
  const text = readText(folder, path);
  for (const [, id = ""] of text.matchAll(/"id":"([0-9a-f]{32})"/g)) if (wanted.has(id)) return true;
  return false;
}

function isResult({ status }: TrialRecord): boolean {
  return status === "completed" || status === "diverged";
}
