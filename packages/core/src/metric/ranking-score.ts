import { SCORES, type Scored, type ScoreName, whyNoScore } from "../score/scores.js";
import { TASKS, taskOf } from "../task/tasks.js";

/** The scores that some task's points are ranked by, the tasks in their order. */
export const RANKING_SCORES: readonly ScoreName[] = [
  ...new Set(TASKS.map(({ rankBy }) => scoreNamed(rankBy).name)),
];

/**
 * What points are ranked by where their study names nothing: a score that every one of them has, if need be
 * the loss.
 */
export function rankingScore(specs: readonly { readonly train: Scored["train"] }[]): ScoreName {
  const [first = "loss"] = RANKING_SCORES;
  if (specs.length === 0) return first;
  const shared = specs
    .map(({ train }) => scoreNamed(taskOf(train).rankBy))
    .find((score) => specs.every(({ train }) => whyNoScore(score, train) === undefined));
  return shared?.name ?? "loss";
}

function scoreNamed(name: string) {
  const score = SCORES.find((known) => known.name === name);
  if (score === undefined) throw new RangeError(`a task is ranked by ${name}, which is no score`);
  return score;
}
