import { type ConfirmedPoint, confirmedOf } from "../analysis/confirmed-points.js";
import { levelWords } from "../format/format-level.js";
import type { Level } from "../verdict/level.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { claimsLevel } from "./claims-level.js";
import { judgeClaims } from "./judge-claims.js";
import type { JudgedClaim } from "./judged-claim.js";

/** A run's claims with their verdicts. */
export interface RunClaims {
  /** In the order of the sweep file. */
  readonly claims: readonly JudgedClaim[];
  /** At which level they are tested. */
  readonly level: Level;
  /** Which look this is, as a sentence; empty at the only look that the study declares. */
  readonly look: string;
  /** Beside the claims, and in none of them; with verdicts of their own. */
  readonly finalists: readonly ConfirmedPoint[];
}

/** Judges the claims of a run's study. */
export function judgeRunClaims(run: Run): RunClaims {
  const view = viewRun(run);
  const level = claimsLevel(view);
  return {
    claims: judgeClaims(view),
    level,
    look: levelWords(level, view.history),
    finalists: confirmedOf(view),
  };
}
