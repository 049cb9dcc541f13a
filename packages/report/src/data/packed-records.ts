import type { PackedTrial } from "./packed-trial.js";
import type { ColumnLayout } from "./read-columns.js";
import type { RowlessTrials } from "./rowless.js";

/** How a page's trial table is read. */
export interface RecordLayout extends ColumnLayout {
  /** Seeds and statuses by the number that stands for them. */
  readonly seeds: readonly number[];
  readonly statuses: readonly string[];
  /** Trials that have not run and have no row (`unrun.ts`). */
  readonly unrun: string;
  /** Trials that have run and have no row, on the page of a large study. */
  readonly rowless?: RowlessTrials;
  /** What a record has beside numbers and digest, an error's message for example, by trial number. */
  readonly texts: Readonly<Record<string, object>>;
}

/** Records as a page holds them: its trial table is the data. */
export interface PackedRecords {
  readonly layout: RecordLayout;
  /** Those with a row, in plan order; the layout holds the others. */
  readonly trials: readonly PackedTrial[];
}

/** The status of a trial without a record. */
export const MISSING_STATUS = "missing";
