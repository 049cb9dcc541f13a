import { csvText, type PlannedTrial, type StudyRecord, type TrialRecord } from "@actbench/core/internal";
import { type CsvColumn, type CsvRow, csvColumns } from "./csv-columns.js";
import { type CurveSummary, summarizeCurve } from "./curve-summary.js";
import { type RowSources, trialRows } from "./trial-rows.js";

/** `results.csv`: one row per trial of the plan, in plan order (RFC 4180); what was not measured is empty. */
export function toCsv(
  study: StudyRecord,
  records: ReadonlyMap<string, TrialRecord>,
  sources?: RowSources,
): string {
  return [csvHead(csvColumns(study)), ...trialRows(study, records, sources).map(csvText)].join("");
}

/** The first line of `results.csv`. */
export function csvHead(columns: readonly CsvColumn[]): string {
  return csvText(columns.map(({ name }) => name));
}

/** A trial's line of `results.csv`; nothing where its point is unknown. */
export function csvLine(
  {
    name,
    points,
    columns,
  }: Pick<StudyRecord, "name" | "points"> & { readonly columns: readonly CsvColumn[] },
  trial: PlannedTrial,
  {
    record,
    summary = summarizeCurve(record.curve),
  }: { readonly record: TrialRecord; readonly summary?: CurveSummary },
): string {
  const point = points[trial.point];
  if (point === undefined) return "";
  const row: CsvRow = { study: name, trial, point, record, summary };
  return csvText(columns.map(({ value }) => value(row)));
}
