import { type PlannedTrial, ShapeError, type shape, type TrialRecord } from "@actbench/core/internal";
import type { PackedRecords, RecordLayout } from "./packed-records.js";
import type { PackedTrial } from "./packed-trial.js";
import { placeNumbers } from "./place-numbers.js";
import { columnReader } from "./read-columns.js";
import { ReportDataError } from "./report-data-error.js";
import { readRowless } from "./rowless.js";
import { readUnrun } from "./unrun.js";

/** A trial of the plan with its record, where it has one. */
export interface UnpackedTrial {
  readonly planned: PlannedTrial;
  readonly record?: TrialRecord;
}

function chosen<T>(items: readonly T[], number: number, kind: string): T {
  const item = items[number];
  if (item === undefined) throw new ReportDataError(`there is no ${kind} number ${number}`);
  return item;
}

/** What the table does not say of a trial. */
export interface Unpacking {
  /** The id of the trial of a point and a seed: the hash of its specification. */
  readonly idOf: (point: number, seed: number) => string;
  /** Checks what was put together. */
  readonly recordShape: shape.Shape<TrialRecord>;
}

/**
 * Learns a layout and then gives trials out of the table. Everything is checked: a page may come from anyone.
 */
function trialUnpacker(layout: RecordLayout, { idOf, recordShape }: Unpacking) {
  const read = columnReader(layout);
  const [putOutcome, putEpoch] = [placeNumbers(layout.outcome), placeNumbers(layout.epoch)];
  return ({ trial, point, digest, numbers }: PackedTrial): UnpackedTrial => {
    const columns = read(numbers);
    const seed = chosen(layout.seeds, columns.seed, "seed");
    const status = chosen(layout.statuses, columns.status, "status");
    const planned = { trial, id: idOf(point, seed), point, seed };
    if (columns.epochs === undefined) return { planned };
    const texts = layout.texts[trial];
    const outcome = putOutcome((column) => columns.outcome[column]?.[0], texts && structuredClone(texts));
    const curve = Array.from({ length: columns.epochs }, (_, i) =>
      putEpoch((column) => columns.epoch[column]?.[i]),
    );
    // A trial that diverged before its first epoch was over has an empty one.
    const hasDigest = digest !== "" || status === "diverged";
    const record = recordShape({
      ...outcome,
      id: planned.id,
      status,
      curve,
      ...(hasDigest ? { digest } : {}),
    });
    return { planned, record };
  };
}

/** The trials of a page in plan order, with their records. */
export function unpackRecords({ layout, trials }: PackedRecords, how: Unpacking): readonly UnpackedTrial[] {
  const unrun = readUnrun(layout.unrun, layout.seeds).map(
    (one): UnpackedTrial => ({ planned: { ...one, id: how.idOf(one.point, one.seed) } }),
  );
  const unpack = trialUnpacker(layout, how);
  const rowless = layout.rowless === undefined ? [] : readRowless(layout.rowless);
  const run = [...trials, ...rowless].map((packed) => {
    try {
      return unpack(packed);
    } catch (error) {
      throw error instanceof ShapeError ? error.within(`trial ${packed.trial}`) : error;
    }
  });
  if (unrun.length === 0 && rowless.length === 0) return run;
  return [...run, ...unrun].sort((a, b) => a.planned.trial - b.planned.trial);
}
