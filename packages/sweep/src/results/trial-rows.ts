import type { StudyRecord, TrialRecord } from "@actbench/core";
import { CSV_COLUMNS } from "./csv-columns.js";
import type { CsvValue } from "./csv-text.js";

/** The names of the columns of `results.csv`, in their stable order. */
export const TRIAL_COLUMNS: readonly string[] = CSV_COLUMNS.map(({ name }) => name);

/** The rows of `results.csv` as values, in plan order; what was not measured is undefined. */
export function trialRows(
  { name, points, plan }: StudyRecord,
  records: ReadonlyMap<string, TrialRecord>,
): readonly (readonly CsvValue[])[] {
  return plan.flatMap((trial) => {
    const point = points[trial.point];
    if (point === undefined) return [];
    const row = { study: name, trial, point, record: records.get(trial.id) };
    return [CSV_COLUMNS.map(({ value }) => value(row))];
  });
}
