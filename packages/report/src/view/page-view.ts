import type { PackedTrial } from "../data/packed-trial.js";
import type { RunView } from "./run-view.js";

/** A run gathered for a page, which holds its trials as data. */
export interface PageView extends RunView {
  /** What the trial table holds of each trial, by its number. */
  readonly packed: ReadonlyMap<number, PackedTrial>;
  /** All runs of the page, this one among them. */
  readonly together: readonly RunView[];
}
