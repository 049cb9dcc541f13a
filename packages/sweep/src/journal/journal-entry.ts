import {
  isShareUnit,
  METRICS,
  type RecordHead,
  recordHeadShape,
  shape,
  type TrialRecord,
} from "@actbench/core/internal";
import type { CurveSummary } from "../results/curve-summary.js";

type Shape<T> = shape.Shape<T>;
const { count, exactly, list, number, object, objectOf, oneOf, optional, share, size, text, wholeFrom } =
  shape;

/**
 * The journal's format this version writes, and the newest it reads. Format 1 held the curve inside of the
 * record.
 */
export const JOURNAL_FORMAT = 2;

/** The first line: the study of this journal; another one where a newer version continues the journal. */
export interface JournalHeader {
  readonly type: "header";
  readonly format: number;
  readonly study: string;
}

/** Where a trial ran: numbers of the machines in the run's folder. Absent: on the machine of the run. */
export interface EntryPlace {
  readonly ran_on?: number;
  /** Another machine, which trained it again to the same bits. */
  readonly rechecked_on?: number;
}

/**
 * What one line of the journal says of a trial; `Held` is its record, or all of it but the curve. `summary`
 * is that curve summed up, so that nobody reads it for that; lines of older versions have none.
 */
export type TrialEntry<Held = TrialRecord> =
  /** A trial that ended here, and the lock's revision in force then. */
  | ({
      readonly type: "finished";
      readonly revision: number;
      readonly record: Held;
      readonly summary?: CurveSummary;
    } & EntryPlace)
  /** A trial that ended in another run under the same `--out`; `from` is that run's folder name. */
  | {
      readonly type: "reused";
      readonly revision: number;
      readonly from: string;
      readonly record: Held;
      readonly summary?: CurveSummary;
    };

export type JournalEntry<Held = TrialRecord> = JournalHeader | TrialEntry<Held>;

/** Metrics that a summary holds by their names, as every epoch or the initialization has them. */
const summed = METRICS.filter(({ of }) => of === "epoch" || of === "start").map(
  ({ name, unit }) => [name, optional(isShareUnit(unit) ? share : number)] as const,
);
const summary = object({
  epochs_done: optional(count),
  best_epoch: optional(count),
  ...Object.fromEntries(summed),
  target_rmse: optional(
    object({ train: optional(list(size)), validation: optional(list(size)), test: optional(list(size)) }),
  ),
}) as Shape<CurveSummary>;
const held = { revision: wholeFrom(1), record: recordHeadShape, summary: optional(summary) };

const entries = {
  header: objectOf<JournalHeader>({ type: exactly("header"), format: wholeFrom(1), study: text }),
  finished: objectOf<TrialEntry<RecordHead> & { readonly type: "finished" }>({
    type: exactly("finished"),
    ran_on: optional(wholeFrom(1)),
    rechecked_on: optional(wholeFrom(1)),
    ...held,
  }),
  reused: objectOf<TrialEntry<RecordHead> & { readonly type: "reused" }>({
    type: exactly("reused"),
    from: text,
    ...held,
  }),
} as const;

const withType = object({ type: oneOf("header", "finished", "reused") });

/** The entry of a parsed line: a checksum says that bytes are whole, not that they mean something. */
export const journalEntryShape: Shape<JournalEntry<RecordHead>> = (value) =>
  entries[withType(value).type](value);
