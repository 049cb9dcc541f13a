import type { SessionResult } from "../study/run-session.js";

/**
 * The result of a session as JSON: where it is, how it ended, the points in rank order, the finalists. A
 * session that was interrupted while its page was made has no page and no ranking.
 */
export function resultJson({ run, summary, page, ranks }: SessionResult, shorten: (path: string) => string) {
  return {
    folder: shorten(run.folder),
    ...(page !== undefined && { report: shorten(page) }),
    ended: summary.ended,
    counts: summary.counts,
    ...(ranks && { verdict: ranks.verdict, ranked: ranks.ranked, finalists: ranks.finalists }),
  };
}
