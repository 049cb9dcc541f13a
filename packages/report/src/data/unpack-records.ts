import type { PlannedTrial, TrialRecord } from "@actbench/core";
import { putNumber } from "./columns.js";
import { fieldOf, type Path } from "./field-of.js";
import { MISSING_STATUS, type PackedRecords, type PackedTrial, type RecordLayout } from "./packed-records.js";
import { ReportDataError } from "./report-data-error.js";
import { readSeries } from "./series.js";
import type { Shape } from "./shape.js";
import { MOST_EPOCHS } from "./thin-curve.js";
import { readInts } from "./varint.js";

/** A trial of the plan with its record, where it has one. */
export interface UnpackedTrial {
  readonly planned: PlannedTrial;
  readonly record?: TrialRecord;
}

/** Gives one whole number of a trial's text after the other. */
function reader(text: string): { next(): number; readonly ended: () => boolean } {
  const numbers = readInts(text);
  if (numbers === undefined) throw new ReportDataError("the numbers of the trial are damaged");
  let at = 0;
  return {
    next() {
      const number = numbers[at++];
      if (number === undefined) throw new ReportDataError("numbers of the trial are missing");
      return number;
    },
    ended: () => at === numbers.length,
  };
}

function put(paths: readonly Path[], targets: readonly object[], next: () => number): void {
  for (const path of paths)
    readSeries(targets.length, fieldOf(path), next).forEach((value, i) => {
      const target = targets[i];
      if (value !== undefined && target !== undefined) putNumber(target, path, value);
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
  const { next, ended } = reader(numbers);
  const seed = chosen(layout.seeds, next(), "seed");
  const status = chosen(layout.statuses, next(), "status");
  const planned = { trial, id: idOf(point, seed), point, seed };
  if (status === MISSING_STATUS) return { planned };
  const epochs = next();
  if (epochs < 0 || epochs > MOST_EPOCHS)
    throw new ReportDataError(`a curve of ${epochs} epochs, more than ${MOST_EPOCHS}`);
  const outcome: object = structuredClone(layout.texts[trial] ?? {});
  const curve = Array.from({ length: epochs }, () => ({}));
  put(layout.outcome, [outcome], next);
  if (epochs > 0) put(layout.epoch, curve, next);
  if (!ended()) throw new ReportDataError("the trial has more numbers than columns");
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

/** The trials of a page's table, in its order, with their records. */
export function unpackRecords({ layout, trials }: PackedRecords, how: Unpacking): readonly UnpackedTrial[] {
  return trials.map((packed) => {
    try {
      return unpackTrial(packed, layout, how);
    } catch (error) {
      throw error instanceof ReportDataError ? error.within(`trial ${packed.trial}`) : error;
    }
  });
}
