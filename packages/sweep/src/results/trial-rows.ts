import {
  type CsvValue,
  type SpeedLane,
  type StudyRecord,
  speedId,
  stepTimes,
  type TrialRecord,
} from "@actbench/core/internal";
import { type ColumnType, csvColumns } from "./csv-columns.js";
import { type CurveSummary, summarizeCurve } from "./curve-summary.js";

/** The names of the columns of a run's `results.csv`, in their stable order. */
export function trialColumns(study: Pick<StudyRecord, "points" | "data">): readonly string[] {
  return csvColumns(study).map(({ name }) => name);
}

/** What each of `trialColumns` holds, in every run. */
export function trialColumnTypes(study: Pick<StudyRecord, "points" | "data">): readonly ColumnType[] {
  return csvColumns(study).map(({ type }) => type);
}

/** What rows need besides records. */
export interface RowSources {
  /** What isolated timing measured. */
  readonly speed?: SpeedLane | undefined;
  /** Curves summed up, by trial id; where one is missing its curve is read. */
  readonly summaries?: ReadonlyMap<string, CurveSummary> | undefined;
}

/** The rows of `results.csv` as values, in plan order; what was not measured is undefined. */
export function trialRows(
  study: StudyRecord,
  records: ReadonlyMap<string, TrialRecord>,
  { speed, summaries }: RowSources = {},
): readonly (readonly CsvValue[])[] {
  const { name, points, plan } = study;
  const times = speed && stepTimes(speed);
  const stepOf = times && new Map(points.map(({ point, spec }) => [point, times.get(speedId(spec))]));
  const columns = csvColumns(study);
  return plan.flatMap((trial) => {
    const point = points[trial.point];
    if (point === undefined) return [];
    const record = records.get(trial.id);
    const summary = summaries?.get(trial.id) ?? (record && summarizeCurve(record.curve));
    const row = { study: name, trial, point, record, summary, stepNs: stepOf?.get(trial.point) };
    return [columns.map(({ value }) => value(row))];
  });
}
