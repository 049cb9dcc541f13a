import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { TrialRecord } from "@actbench/core";
import { listRuns } from "./list-runs.js";
import { readLock } from "./locked-study.js";
import { readRecords } from "./read-records.js";
import { RunError } from "./run-error.js";
import { RUN_FILES } from "./run-files.js";
import { type StudyLock, sha256 } from "./study-lock.js";

/** A finished trial of another run. */
export interface TakenOver {
  readonly from: string;
  readonly record: TrialRecord;
}

/**
 * Finished trials with wanted ids in the other runs under `out`, by id, whichever plan of that run they belong to. Only
 * results are taken, no failures. A run that cannot be read is passed by, and said in `notices`.
 */
export function takeOver(
  out: string,
  folder: string,
  wanted: ReadonlySet<string>,
  notices: string[],
): ReadonlyMap<string, TakenOver> {
  const found = new Map<string, TakenOver>();
  for (const other of listRuns(out)) {
    if (found.size === wanted.size) break;
    if (resolve(other) === resolve(folder)) continue;
    try {
      const lock = readLock(other);
      if (lock === undefined || !mayHold(other, lock, wanted)) continue;
      for (const [id, record] of readRecords(other, lock.hash, wanted).records)
        if (!found.has(id) && isResult(record)) found.set(id, { from: basename(other), record });
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      notices.push(`no trial was taken over from ${basename(other)}: ${error.message}`);
    }
  }
  return found;
}

/**
 * A look at the plan, which is small: most other runs hold nothing that is wanted. Of a run that had other plans
 * before, or whose plan is damaged, only the journal knows.
 */
function mayHold(folder: string, lock: StudyLock, wanted: ReadonlySet<string>): boolean {
  if (lock.revision > 1) return true;
  const path = join(folder, RUN_FILES.plan);
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (sha256(text) !== lock.sha256.plan) return true;
  for (const [, id = ""] of text.matchAll(/"id":"([0-9a-f]{32})"/g)) if (wanted.has(id)) return true;
  return false;
}

function isResult({ status }: TrialRecord): boolean {
  return status === "completed" || status === "diverged";
}
