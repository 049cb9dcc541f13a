import {
  type CsvValue,
  type EpochRecord,
  type MetricColumn,
  type MetricEntry,
  measuredMetrics,
  type PlannedTrial,
  type StudyPoint,
  type StudyRecord,
  type TrialRecord,
} from "@actbench/core/internal";
import { type ColumnType, perLayer } from "./csv-columns.js";

/** A table with a type for each column. */
export interface TypedTable {
  readonly columns: readonly string[];
  readonly types: readonly ColumnType[];
  readonly rows: readonly (readonly CsvValue[])[];
}

interface CurveRow {
  readonly study: string;
  readonly planned: PlannedTrial;
  readonly point: StudyPoint;
  readonly record: TrialRecord;
  readonly epoch: EpochRecord;
}

interface CurveColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly value: (row: CurveRow) => CsvValue;
}

const COLUMNS: readonly CurveColumn[] = [
  { name: "study", type: "text", value: ({ study }) => study },
  { name: "trial", type: "whole", value: ({ planned }) => planned.trial },
  { name: "point", type: "whole", value: ({ planned }) => planned.point },
  { name: "seed", type: "whole", value: ({ planned }) => planned.seed },
  { name: "status", type: "text", value: ({ record }) => record.status },
  { name: "dataset", type: "text", value: ({ point }) => point.spec.dataset.name },
  { name: "activation", type: "text", value: ({ point }) => perLayer(point, ({ name }) => name) },
  { name: "label", type: "text", value: ({ point }) => point.label },
  { name: "epoch", type: "whole", value: ({ epoch }) => epoch.epoch },
  { name: "step", type: "whole", value: ({ epoch }) => epoch.step },
  { name: "running_loss", type: "number", value: ({ epoch }) => epoch.running_loss },
];

/**
 * The curve of every trial: a row for each epoch's end, the initialization first; what was not measured is
 * undefined.
 */
export function curveTable(
  { name, points, plan }: StudyRecord,
  records: ReadonlyMap<string, TrialRecord>,
): TypedTable {
  const columns = [...COLUMNS, ...measuredMetrics(points).flatMap(metricColumn)];
  const rows = plan.flatMap((planned) => {
    const [point, record] = [points[planned.point], records.get(planned.id)];
    if (point === undefined || record === undefined) return [];
    return record.curve.map((epoch) => {
      const row = { study: name, planned, point, record, epoch };
      return columns.map(({ value }) => value(row));
    });
  });
  return { columns: columns.map((column) => column.name), types: columns.map(({ type }) => type), rows };
}

/** A metric that an epoch has. */
function metricColumn(metric: MetricEntry<MetricColumn>): readonly CurveColumn[] {
  if (metric.of !== "epoch") return [];
  return [{ name: metric.name, type: "number", value: ({ epoch }) => metric.read(epoch) }];
}
