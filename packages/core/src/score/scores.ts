import type { Loss, Target } from "../task/tasks.js";
import { taskOf } from "../task/tasks.js";
import { accuracy } from "./accuracy.js";
import { ece } from "./ece.js";
import { loss } from "./loss.js";
import { macroF1 } from "./macro-f1.js";
import { mae } from "./mae.js";
import { psnr } from "./psnr.js";
import { r2 } from "./r2.js";
import { rmse } from "./rmse.js";
import { type AskedScore, needsAsking, type ScoreEntry } from "./score-entry.js";

const LIST = [loss, accuracy, macroF1, ece, rmse, mae, r2, psnr] as const;

/** The name of a score. */
export type ScoreName = (typeof LIST)[number]["name"];

/** Every score. Each is measured on the training, validation and test examples, and there it is a metric. */
export const SCORES: readonly ScoreEntry<ScoreName>[] = LIST;

/** The scores that `measure.scores` may name. */
export const ASKED_SCORES: readonly AskedScore<ScoreName>[] = SCORES.filter(needsAsking);

/** The part of a trial's settings that decides its scores. */
export interface Scored {
  readonly train: { readonly target: Target; readonly loss: Loss };
  readonly measure: { readonly scores?: readonly ScoreName[] };
}

/** Why a trial's network has no such score; undefined where it has. */
export function whyNoScore(score: ScoreEntry<ScoreName>, train: Scored["train"]): string | undefined {
  const task = taskOf(train);
  if (score.tasks?.includes(task.name) === false) return task.lacks;
  if (score.losses?.includes(train.loss) === false)
    return `train.loss is ${train.loss}, and it needs ${score.losses.join(" or ")}`;
  return undefined;
}

/** The scores that a trial measures. */
export function scoresOf({ train, measure }: Scored): readonly ScoreEntry<ScoreName>[] {
  return SCORES.filter(
    (score) =>
      whyNoScore(score, train) === undefined &&
      (!needsAsking(score) || measure.scores?.includes(score.name) === true),
  );
}
