import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { TrialRecord } from "@actbench/core";
import { listRuns } from "./list-runs.js";
import { readLock } from "./locked-study.js";
import { readRecords } from "./read-records.js";
import { RunError } from "./run-error.js";
import { earlierLock, RUN_FILES } from "./run-files.js";

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
      if (!mayHold(other, wanted)) continue;
      const lock = readLock(other);
      if (lock === undefined) continue;
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
 * A look at the plan alone, which is small: most other runs hold nothing that is wanted. Of a run without a plan, or
 * that had another one before, only the journal knows.
 */
function mayHold(folder: string, wanted: ReadonlySet<string>): boolean {
  const path = join(folder, RUN_FILES.plan);
  if (!existsSync(path) || existsSync(join(folder, earlierLock(1)))) return true;
  const text = readFileSync(path, "utf8");
  for (const [, id = ""] of text.matchAll(/"id":"([0-9a-f]{32})"/g)) if (wanted.has(id)) return true;
  return false;
}

function isResult({ status }: TrialRecord): boolean {
  return status === "completed" || status === "diverged";
}
