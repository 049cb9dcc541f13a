import type { Run } from "../view/run.js";
import { decodeRun } from "./decode-run.js";
import { DATA_CLOSE, DATA_OPEN } from "./embed.js";
import { ReportDataError } from "./report-data-error.js";

/** The longest page that is read, in UTF-16 units. */
export const LONGEST_PAGE = 256 * 1024 * 1024;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ReportDataError(
      `the page's data is damaged: ${error instanceof Error ? error.message : "not JSON"}`,
    );
  }
}

/**
 * Every run that a report page holds, in the page's order. Nothing of the page is executed or rendered.
 * Throws a {@link ReportDataError} for a page that is not ours, damaged or too long.
 */
export function extractRuns(page: string): readonly Run[] {
  if (page.length > LONGEST_PAGE)
    throw new ReportDataError(`the page has ${page.length} characters, more than ${LONGEST_PAGE}`);
  const runs: Run[] = [];
  for (let at = page.indexOf(DATA_OPEN); at >= 0; at = page.indexOf(DATA_OPEN, at)) {
    const start = at + DATA_OPEN.length;
    const end = page.indexOf(DATA_CLOSE, start);
    if (end < 0) throw new ReportDataError("the page ends inside its data: it was cut off");
    runs.push(decodeRun(parse(page.slice(start, end))));
    at = end;
  }
  if (runs.length === 0) throw new ReportDataError("the page holds no run: is it an actbench report?");
  return runs;
}

/** The one run of a report page. */
export function extractRun(page: string): Run {
  const runs = extractRuns(page);
  const [run] = runs;
  if (run === undefined || runs.length > 1)
    throw new ReportDataError(`the page holds ${runs.length} runs; give a page of one run`);
  return run;
}
