import { rankPoints } from "@actbench/report";
import type { SessionResult } from "../study/run-session.js";

/** The result of a session as JSON: where it is, how it ended, the points in rank order. */
export function resultJson({ run, summary, page }: SessionResult, shorten: (path: string) => string) {
  return {
    folder: shorten(run.folder),
    report: shorten(page),
    ended: summary.ended,
    counts: summary.counts,
    ranked: rankPoints(run.study, [...run.records.values()]),
  };
}
