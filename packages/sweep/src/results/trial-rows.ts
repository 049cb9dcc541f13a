import { type SpeedLane, type StudyRecord, speedId, stepTimes, type TrialRecord } from "@actbench/core";
import { CSV_COLUMNS } from "./csv-columns.js";
import type { CsvValue } from "./csv-text.js";

/** The names of the columns of `results.csv`, in their stable order. */
export const TRIAL_COLUMNS: readonly string[] = CSV_COLUMNS.map(({ name }) => name);

/** The rows of `results.csv` as values, in plan order; what was not measured is undefined. */
export function trialRows(
  { name, points, plan }: StudyRecord,
  records: ReadonlyMap<string, TrialRecord>,
  speed?: SpeedLane,
): readonly (readonly CsvValue[])[] {
  const times = speed && stepTimes(speed);
  const stepOf = times && new Map(points.map(({ point, spec }) => [point, times.get(speedId(spec))]));
  return plan.flatMap((trial) => {
    const point = points[trial.point];
    if (point === undefined) return [];
    const row = {
      study: name,
      trial,
      point,
      record: records.get(trial.id),
      stepNs: stepOf?.get(trial.point),
    };
    return [CSV_COLUMNS.map(({ value }) => value(row))];
  });
}
