import { type MeasureSpec, SCORES, type StudyPoint, whyNoScore } from "@actbench/core/internal";
import type { ProblemList } from "../config/problem-list.js";

/** Warns about each requested score that no point has. */
export function checkScores(
  { scores = [] }: MeasureSpec,
  points: readonly StudyPoint[],
  problems: ProblemList,
): void {
  for (const score of SCORES.filter(({ name }) => scores.includes(name))) {
    const reasons = points.map(({ spec }) => whyNoScore(score, spec.train));
    const [reason] = reasons;
    if (reason !== undefined && !reasons.includes(undefined))
      problems.add(
        ["measure", "scores"],
        `no configuration has ${score.name}: ${reason}`,
        `take ${score.name} out`,
      );
  }
}
