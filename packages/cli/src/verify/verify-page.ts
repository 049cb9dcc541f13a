import { join } from "node:path";
import { ReportDataError, type Verification, verifyReport } from "@actbench/report";
import { RUN_FILES } from "@actbench/sweep";
import { readUserText } from "../files/read-user-text.js";
import { findRun, isPage, MAX_PAGE_BYTES, type RunsPlace } from "../runs/find-run.js";
import { oneLine } from "../terminal/own-codes.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";
import type { PageRun } from "./retrain-trials.js";

/** A page held against the page that its own data gives. */
export interface VerifiedPage {
  readonly runs: readonly PageRun[];
  readonly same: boolean;
  /** The verdict, for a reader. */
  readonly text: string;
}

/** Verifies a page, or the page in a run's folder. */
export function verifyPage(name: string, place: RunsPlace, version: string): VerifiedPage {
  const path = findRun(name, place);
  const page = isPage(path) ? path : join(path, RUN_FILES.report);
  const shown = shownPath(page, place.cwd);
  const text = read(page, name);
  const verified = verdictOn(text);
  if (verified instanceof ReportDataError)
    return { runs: [], same: false, text: `${shown}: fails: ${oneLine(verified.message)}` };
  const { difference } = verified;
  const runs = verified.runs.map((run): PageRun => ({ ...run, path: page }));
  const trials = runs.reduce((sum, { study }) => sum + study.plan.length, 0);
  if (difference === undefined)
    return {
      runs,
      same: true,
      text: `${shown}: same: all ${text.length} characters follow from the data of its ${trials} trials`,
    };
  const { line, found, expected } = difference;
  const made = [...new Set(runs.map(({ study }) => study.version))].join(", ");
  const lines = [
    `${shown}: differs in line ${line}`,
    `  the page has ${oneLine(found)}`,
    `  its data gives ${oneLine(expected)}`,
    ...(made === version
      ? []
      : [`  the study was started with actbench ${oneLine(made)}, this is ${version}`]),
  ];
  return { runs, same: false, text: lines.join("\n") };
}

/** A page whose data is changed or cut off has a verdict too. */
function verdictOn(text: string): Verification | ReportDataError {
  try {
    return verifyReport(text);
  } catch (error) {
    if (error instanceof ReportDataError) return error;
    throw error;
  }
}

function read(page: string, name: string): string {
  try {
    return readUserText(page, { name, what: "a report page", maxBytes: MAX_PAGE_BYTES });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new UsageError(`${name} has no page to verify`, `write it: actbench report ${name}`);
    throw error;
  }
}
