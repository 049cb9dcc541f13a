import { extractRuns } from "../data/extract-runs.js";
import type { Run } from "../view/run.js";
import { renderReport } from "./render-report.js";

/** What a page is, held against the page that its own data gives. */
export interface Verification {
  readonly runs: readonly Run[];
  /** The first place where they differ; absent where they are the same, byte for byte. */
  readonly difference?: PageDifference;
}

/** The first difference of two pages. */
export interface PageDifference {
  /** 1-based line of the page. */
  readonly line: number;
  /** Some characters of the page from there on, and of what its data gives. */
  readonly found: string;
  readonly expected: string;
}

const SHOWN_BEFORE = 30;
const SHOWN = 80;

/**
 * Renders a page again from the data in it and compares the two. Throws a `ReportDataError` where the page
 * holds no readable data, or data without its checksum.
 */
export function verifyReport(page: string): Verification {
  const runs = extractRuns(page);
  const expected = renderReport({ runs });
  return page === expected ? { runs } : { runs, difference: firstDifference(page, expected) };
}

function firstDifference(found: string, expected: string): PageDifference {
  let at = 0;
  while (at < found.length && found[at] === expected[at]) at++;
  const start = Math.max(found.lastIndexOf("\n", at - 1) + 1, at - SHOWN_BEFORE);
  return {
    line: found.slice(0, at).split("\n").length,
    found: found.slice(start, start + SHOWN),
    expected: expected.slice(start, start + SHOWN),
  };
}
