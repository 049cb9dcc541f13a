import type { TrialRecord } from "@actbench/core";
import { type CurveSummary, summarizeCurve } from "./curve-summary.js";

// Beside the records, not in them: a record is what a trial came to, and is copied and printed as that.
const known = new WeakMap<TrialRecord, () => CurveSummary>();

/** A record's curve summed up; of one out of a journal without reading its curve, where the journal says it. */
export function summaryOf(record: TrialRecord): CurveSummary {
  return known.get(record)?.() ?? summarizeCurve(record.curve);
}

/** Says how a record's summary is had. */
export function setSummary(record: TrialRecord, summary: () => CurveSummary): void {
  known.set(record, summary);
}
