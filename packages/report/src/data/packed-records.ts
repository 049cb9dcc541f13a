import type { Path } from "./field-of.js";

/** How the numbers of a page's trial table are read. */
export interface RecordLayout {
  /** Seeds and statuses by the number that stands for them. */
  readonly seeds: readonly number[];
  readonly statuses: readonly string[];
  /** Places of a record's own numbers, and of the numbers of an epoch. */
  readonly outcome: readonly Path[];
  readonly epoch: readonly Path[];
  /** What a record has beside numbers and digest, an error's message for example, by trial number. */
  readonly texts: Readonly<Record<string, unknown>>;
}

/** What the trial table holds of a trial. */
export interface PackedTrial {
  readonly trial: number;
  readonly point: number;
  /** Empty where there is none. */
  readonly digest: string;
  /**
   * Whole numbers (`varint.ts`): the seed's and the status' place in the layout; where there is a record also the
   * epochs of its curve and, as series (`series.ts`), the outcome's and the epochs' columns.
   */
  readonly numbers: string;
}

/** Records as a page holds them: its trial table is the data. */
export interface PackedRecords {
  readonly layout: RecordLayout;
  /** In plan order. */
  readonly trials: readonly PackedTrial[];
}

/** The status of a trial without a record. */
export const MISSING_STATUS = "missing";
