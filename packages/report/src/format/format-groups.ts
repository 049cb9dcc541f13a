import type { SeedGroups } from "../view/seed-groups.js";
import { formatPercent } from "./format.js";
import { pWords } from "./format-verdict.js";

/**
 * What two groups of seeds are, in place of a mean: `collapsed in 3 of 10 seeds`, `learned in only 7 of 10
 * seeds`.
 */
export function groupsWords({ failed, learned, collapsed }: SeedGroups): string {
  const all = failed.length + learned.length;
  return collapsed
    ? `collapsed in ${failed.length} of ${all} seeds`
    : `learned in only ${learned.length} of ${all} seeds`;
}

/** The same with the accuracies of both groups and the test. */
export function groupsSentence(groups: SeedGroups): string {
  const { part, failed, learned, p } = groups;
  const title = `${part === "train" ? "training" : part} accuracy`;
  return `${groupsWords(groups)}: ${title} ${rangeWords(failed)} there and ${rangeWords(learned)} in the others (two groups, ${pWords(p)}). The mean is not meaningful`;
}

function rangeWords(sorted: readonly number[]): string {
  const [low = 0, high = low] = [sorted[0], sorted.at(-1)];
  return low === high
    ? formatPercent(low, 2)
    : `${formatPercent(low, 2).replace(" %", "")} to ${formatPercent(high, 2)}`;
}
