import type { ColumnLayout } from "./read-columns.js";

/** How a page's trial table is read. */
export interface RecordLayout extends ColumnLayout {
  /** Seeds and statuses by the number that stands for them. */
  readonly seeds: readonly number[];
  readonly statuses: readonly string[];
  /** Trials that have not run and have no row (`unrun.ts`). */
  readonly unrun: string;
  /** What a record has beside numbers and digest, an error's message for example, by trial number. */
  readonly texts: Readonly<Record<string, object>>;
}

/** What the trial table holds of a trial. */
export interface PackedTrial {
  readonly trial: number;
  readonly point: number;
  /** Empty where there is none. */
  readonly digest: string;
  /** Seed, status and all numbers of the record: see `read-columns.ts`. */
  readonly numbers: string;
}

/** Records as a page holds them: its trial table is the data. */
export interface PackedRecords {
  readonly layout: RecordLayout;
  /** In plan order; trials that have not run may be missing. */
  readonly trials: readonly PackedTrial[];
}

/** The status of a trial without a record. */
export const MISSING_STATUS = "missing";
