import type { StudyRecord, TrialRecord } from "@actbench/core";
import { CSV_COLUMNS, type CsvRow } from "./csv-columns.js";

const NEEDS_QUOTES = /[",\r\n]/;
/** Spreadsheets run a cell that begins so; a number is never written like this. */
const FORMULA = /^[=+\-@\t\r]/;

/** `results.csv`: one row per trial of the plan, in plan order (RFC 4180); what was not measured is empty. */
export function toCsv(study: StudyRecord, records: ReadonlyMap<string, TrialRecord>): string {
  const rows = study.plan.flatMap((trial): CsvRow[] => {
    const point = study.points[trial.point];
    return point === undefined ? [] : [{ study: study.name, trial, point, record: records.get(trial.id) }];
  });
  const lines = [
    CSV_COLUMNS.map(({ name }) => name),
    ...rows.map((row) => CSV_COLUMNS.map(({ value }) => cell(value(row)))),
  ];
  return lines.map((cells) => `${cells.join(",")}\r\n`).join("");
}

function cell(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
