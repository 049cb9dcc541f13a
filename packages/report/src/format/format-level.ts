import type { RunHistory } from "@actbench/core/internal";
import type { Level } from "../verdict/level.js";
import { formatNumber } from "./format.js";

/**
 * Which look this is and at which α it tests, as a sentence; empty at the only look that a study declares.
 */
export function levelWords(level: Level, history: Pick<RunHistory, "looks"> | undefined): string {
  const { look, declared, alpha, spent, late } = level;
  const tooLate = late
    ? "; stats.looks was changed after the first interim analysis, and the change is ignored"
    : "";
  if (look === 1 && declared === 1) return late ? `interim analysis 1 of 1${tooLate}` : "";
  const before = [...new Set(history?.looks.map(({ n }) => n))].slice(0, look - 1);
  const at = before.length === 0 ? "" : ` at n = ${before.join(", ")}`;
  const name =
    declared === 1
      ? `interim analysis ${look}`
      : look > declared
        ? `interim analysis ${look}, where ${declared} were declared`
        : `interim analysis ${look} of ${declared} declared`;
  const why = look === 1 ? "" : `: seeds were added after verdicts were shown${at}`;
  const more =
    look > 1 && declared === 1
      ? `; only one analysis was declared, so the overall false-positive rate is up to ${formatNumber(spent, 3)}`
      : "";
  return `${name}${why}, so α is ${formatNumber(alpha, 3)}${more}${tooLate}`;
}
