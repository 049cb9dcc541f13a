import { judgedFinalists } from "../analysis/judged-finalists.js";
import type { Level } from "../verdict/level.js";
import type { RunView } from "../view/run-view.js";

/**
 * The level at which a run's claims are tested, all of them one family. Where finalists were judged, fresh
 * seeds may decide some of them: then the stricter of both levels, and whether these were looked at.
 */
export function claimsLevel(view: RunView): Level {
  const { level, freshLevel } = view;
  if (judgedFinalists(view) === undefined) return level;
  return level.shown && level.alpha < freshLevel.alpha ? { ...level, shown: freshLevel.shown } : freshLevel;
}
