import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import type { Declared } from "./judged-claim.js";

/**
 * Whether a claim was in the lock before the trials of its points ended. A trial that was taken over from
 * another run ended before this one.
 */
export function declaredWhen(
  { history, study }: Pick<RunView, "history" | "study">,
  id: string,
  points: readonly PointView[],
): Declared {
  const origin = history?.claims.find((claim) => claim.id === id);
  if (history === undefined || origin === undefined) return { when: "unknown" };
  const revisions = history.revisions.flatMap(([revision, trials]) =>
    new Array<number>(trials).fill(revision),
  );
  const byId = new Map(study.plan.map((planned, i) => [planned.id, revisions[i] ?? 0]));
  const ended = points.flatMap(({ trials }) => trials.filter(({ record }) => record !== undefined));
  const older = ended.filter(({ planned }) => (byId.get(planned.id) ?? 0) < origin.revision);
  return older.length === 0
    ? { when: "before" }
    : { when: "post hoc", older: older.length, trials: ended.length };
}
