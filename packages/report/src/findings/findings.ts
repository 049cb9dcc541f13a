import type { StudyRecord, TrialRecord } from "@actbench/core/internal";
import { plural } from "../format/format.js";
import { type RunView, viewRun } from "../view/run-view.js";
import { againstBaseline } from "./against-baseline.js";
import { best } from "./best.js";
import { cannotDieFindings } from "./cannot-die.js";
import { constant } from "./constant.js";
import { diverged } from "./diverged.js";
import { finalistFindings } from "./finalists.js";
import { type Finding, finding } from "./finding.js";
import { lostUnits } from "./lost-units.js";
import { uneven } from "./uneven.js";
import { unfinished } from "./unfinished.js";

/** The kinds of findings, in reading order, and how a line counts those left out. */
const FINDERS: readonly (readonly [find: (view: RunView) => readonly Finding[], kind: string])[] = [
  [best, "best"],
  [againstBaseline, "differ from the baseline"],
  [finalistFindings, "ran again on fresh seeds"],
  [lostUnits, "still train although units died"],
  [cannotDieFindings, "cannot lose units"],
  [diverged, "diverged"],
  [constant, "became a constant"],
  [uneven, "trained successfully in some seeds only"],
  [unfinished, "have no result"],
];

/** Lines of one kind; the rest is counted and stands in the leaderboard. */
const MAX_LINES = 12;

/** The findings of a gathered run. */
export function findingsOf(view: RunView): readonly Finding[] {
  return FINDERS.flatMap(([find, kind]) => {
    const found = find(view);
    const left = found.length - MAX_LINES;
    if (left <= 0) return found;
    const more = finding("more", "note", [
      `${plural(left, "more configuration")} ${kind}: see the leaderboard.`,
    ]);
    return [...found.slice(0, MAX_LINES), more];
  });
}

/** One plain sentence per notable fact of a run, for a page or a terminal. */
export function findings(study: StudyRecord, records: readonly TrialRecord[]): readonly Finding[] {
  return findingsOf(viewRun({ study, records }));
}
