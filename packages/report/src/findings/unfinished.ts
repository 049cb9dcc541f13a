import { plural } from "../format/format.js";
import type { RunView } from "../view/run-view.js";
import { statusCounts, statusTitle } from "../view/trial-view.js";
import { type Finding, finding } from "./finding.js";

/** How many trials have no result, and why. They are in no average. */
export function unfinished(view: RunView): readonly Finding[] {
  const counts = [...statusCounts(view.trials)].filter(
    ([status]) => status !== "completed" && status !== "diverged",
  );
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return [];
  const kinds = counts.map(([status, count]) => `${count} ${statusTitle(status)}`).join(", ");
  return [
    finding("unfinished", "bad", [
      `${plural(total, "trial has", "trials have")} no result: ${kinds}. They are excluded from averages; n counts the seeds included.`,
    ]),
  ];
}
