import type { PlannedTrial, TrialRecord } from "@actbench/core";
import { putNumber } from "./columns.js";
import type { Path } from "./field-of.js";
import type { PackedRecords, PackedTrial, RecordLayout } from "./packed-records.js";
import { readColumns } from "./read-columns.js";
import { ReportDataError } from "./report-data-error.js";
import type { Series } from "./series.js";
import type { Shape } from "./shape.js";
import { readUnrun } from "./unrun.js";

/** A trial of the plan with its record, where it has one. */
export interface UnpackedTrial {
  readonly planned: PlannedTrial;
  readonly record?: TrialRecord;
}

function put(paths: readonly Path[], columns: readonly Series[], targets: readonly object[]): void {
  columns.forEach((series, column) => {
    const path = paths[column];
    series.forEach((value, i) => {
      const target = targets[i];
      if (value !== undefined && target !== undefined && path !== undefined) putNumber(target, path, value);
    });
  });
}

function chosen<T>(items: readonly T[], number: number, kind: string): T {
  const item = items[number];
  if (item === undefined) throw new ReportDataError(`there is no ${kind} number ${number}`);
  return item;
}

/** A trial out of the table. Everything is checked: a page may come from anyone. */
function unpackTrial(packed: PackedTrial, layout: RecordLayout, { idOf, shape }: Unpacking): UnpackedTrial {
  const { trial, point, digest, numbers } = packed;
  const columns = readColumns(numbers, layout);
  const seed = chosen(layout.seeds, columns.seed, "seed");
  const status = chosen(layout.statuses, columns.status, "status");
  const planned = { trial, id: idOf(point, seed), point, seed };
  if (columns.epochs === undefined) return { planned };
  const outcome: object = structuredClone(layout.texts[trial] ?? {});
  const curve = Array.from({ length: columns.epochs }, () => ({}));
  put(layout.outcome, columns.outcome, [outcome]);
  put(layout.epoch, columns.epoch, curve);
  const record = shape({
    ...outcome,
    id: planned.id,
    status,
    curve,
    ...(digest === "" ? {} : { digest }),
  });
  return { planned, record };
}

/** What the table does not say of a trial. */
export interface Unpacking {
  /** The id of the trial of a point and a seed: the hash of its specification. */
  readonly idOf: (point: number, seed: number) => string;
  /** Checks what was put together. */
  readonly shape: Shape<TrialRecord>;
}

/** The trials of a page in plan order, with their records. */
export function unpackRecords({ layout, trials }: PackedRecords, how: Unpacking): readonly UnpackedTrial[] {
  const rowless = readUnrun(layout.unrun, layout.seeds).map(
    (unrun): UnpackedTrial => ({ planned: { ...unrun, id: how.idOf(unrun.point, unrun.seed) } }),
  );
  const rows = trials.map((packed) => {
    try {
      return unpackTrial(packed, layout, how);
    } catch (error) {
      throw error instanceof ReportDataError ? error.within(`trial ${packed.trial}`) : error;
    }
  });
  if (rowless.length === 0) return rows;
  return [...rows, ...rowless].sort((a, b) => a.planned.trial - b.planned.trial);
}
