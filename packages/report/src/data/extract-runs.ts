import { recordShape, ShapeError } from "@actbench/core/internal";
import type { Run } from "../view/run.js";
import { decodeHead } from "./decode-head.js";
import { type PageData, readPageData } from "./page-data.js";
import { ReportDataError } from "./report-data-error.js";
import { trialIds } from "./trial-ids.js";
import { unpackRecords } from "./unpack-records.js";

/** The longest page that is read, in UTF-16 units. */
export const MAX_PAGE_LENGTH = 256 * 1024 * 1024;

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new ReportDataError(
      `the page's data is damaged: ${error instanceof Error ? error.message : "not JSON"}`,
    );
  }
}

function runOf({ head, trials }: PageData): Run {
  const { study, layout, unplanned, history, speed, regions, fits } = decodeHead(parse(head));
  const unpacked = unpackRecords({ layout, trials }, { idOf: trialIds(study.points), recordShape });
  return {
    study: { ...study, plan: unpacked.map(({ planned }) => planned) },
    records: unpacked.flatMap(({ record }) => record ?? []),
    unplanned,
    ...(history && { history }),
    ...(speed && { speed }),
    ...(regions && { regions }),
    ...(fits && { fits }),
  };
}

/** {@link runOf}, whose errors are the page's. */
function readRun(data: PageData): Run {
  try {
    return runOf(data);
  } catch (error) {
    throw error instanceof ShapeError ? ReportDataError.of(error) : error;
  }
}

/**
 * Every run that a report page holds, in the page's order. Nothing of the page is executed or rendered.
 * Throws a {@link ReportDataError} for a page that is not ours, damaged, changed or too long.
 */
export function extractRuns(page: string): readonly Run[] {
  if (page.length > MAX_PAGE_LENGTH)
    throw new ReportDataError(`the page has ${page.length} characters, more than ${MAX_PAGE_LENGTH}`);
  const runs = readPageData(page).map(readRun);
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
