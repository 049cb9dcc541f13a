import type { PlannedTrial, StudyRecord, TrialRecord } from "@actbench/core";
import { CSV_COLUMNS, type CsvRow } from "./csv-columns.js";

const NEEDS_QUOTES = /[",\r\n]/;
/** Spreadsheets run a cell that begins so; a number is never written like this. */
const FORMULA = /^[=+\-@\t\r]/;

/** `results.csv`: one row per trial of the plan, in plan order (RFC 4180); what was not measured is empty. */
export function toCsv(study: StudyRecord, records: ReadonlyMap<string, TrialRecord>): string {
  return [CSV_HEAD, ...study.plan.map((trial) => csvLine(study, trial, records.get(trial.id)))].join("");
}

/** The first line of `results.csv`. */
export const CSV_HEAD = `${CSV_COLUMNS.map(({ name }) => name).join(",")}\r\n`;

/** A trial's line of `results.csv`; nothing where its point is unknown. */
export function csvLine(
  { name, points }: Pick<StudyRecord, "name" | "points">,
  trial: PlannedTrial,
  record: TrialRecord | undefined,
): string {
  const point = points[trial.point];
  if (point === undefined) return "";
  const row: CsvRow = { study: name, trial, point, record };
  return `${CSV_COLUMNS.map(({ value }) => cell(value(row))).join(",")}\r\n`;
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
