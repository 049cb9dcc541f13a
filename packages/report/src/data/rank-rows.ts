import type { TrialRecord } from "@actbench/core/internal";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";

/**
 * Ids of the trials that get one of `most` rows: of finalists those on fresh seeds, then those of the best
 * points, whole points as long as they fit. Of records as `outcomeOnPage` gives them points rank as on the
 * page itself, so that a page made again from its data is the same.
 */
export function rankRows(
  { study, speed }: Pick<Run, "study" | "speed">,
  outcomes: readonly TrialRecord[],
  most: number,
): ReadonlySet<string> {
  const { finalists, ranked } = viewRun({ study, records: outcomes, ...(speed && { speed }) });
  const rows = new Set<string>();
  for (const { trials } of [...finalists.map(({ fresh }) => fresh), ...ranked]) {
    if (rows.size > 0 && rows.size + trials.length > most) break;
    for (const { planned } of trials.slice(0, most)) rows.add(planned.id);
  }
  return rows;
}
