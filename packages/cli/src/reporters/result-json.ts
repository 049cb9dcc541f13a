import { confirmedPoints, rankPoints } from "@actbench/report";
import type { SessionResult } from "../study/run-session.js";

/** The result of a session as JSON: where it is, how it ended, the points in rank order, the finalists. */
export function resultJson({ run, summary, page, speed }: SessionResult, shorten: (path: string) => string) {
  const records = [...run.records.values()];
  return {
    folder: shorten(run.folder),
    report: shorten(page),
    ended: summary.ended,
    counts: summary.counts,
    ranked: rankPoints(run.study, records, speed),
    finalists: confirmedPoints({ study: run.study, records }),
  };
}
