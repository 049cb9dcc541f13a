import type { StudyRecord, TrialRecord } from "@actbench/core";

/** `results.csv`: one row per trial of the plan, in plan order (RFC 4180); what was not measured is empty. */
export function toCsv(_study: StudyRecord, _records: ReadonlyMap<string, TrialRecord>): string {
  throw new Error("not written yet");
}
