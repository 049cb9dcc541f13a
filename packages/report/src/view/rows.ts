import type { PageView } from "./page-view.js";
import type { PointView } from "./point-view.js";

/** Trials that ran and have no row in the trial table, on the page of a large study. */
export function rowlessTrials({ trials, packed }: PageView): number {
  return trials.filter(({ record, planned }) => record !== undefined && !packed.has(planned.trial)).length;
}

/** Whether the page holds the curves of a point: those of trials without a row stay in the run's folder. */
export function hasCurves({ packed }: PageView, { trials }: PointView): boolean {
  return trials.every(({ record, planned }) => record === undefined || packed.has(planned.trial));
}

/** Where the trials of points are that are not shown. */
export function placeWords(view: PageView): string {
  return rowlessTrials(view) === 0
    ? "Their trials are in the trial table."
    : "Their outcomes are in the page's data, their curves in the run's folder.";
}
