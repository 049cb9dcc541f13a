import { formatPercent } from "../format/format.js";
import { endScore, seedFates } from "../view/fate.js";
import type { RunView } from "../view/run-view.js";
import { type Finding, finding } from "./finding.js";

/** Points that learned at some completed seeds and not at others: their mean describes none of them. */
export function uneven(view: RunView): readonly Finding[] {
  return view.ranked.flatMap((point) => {
    const fates = seedFates(view, point);
    const learned = fates.filter((fate) => fate === "learned").length;
    if (learned === 0 || learned === fates.length) return [];
    const scores = point.trials.flatMap(({ record }) =>
      record?.status === "completed" ? (endScore(record)?.accuracy ?? []) : [],
    );
    const [low, high] = [Math.min(...scores), Math.max(...scores)];
    return finding("uneven", "bad", [
      { name: point.point.label },
      ` learned at only ${learned} of ${fates.length} completed seeds: accuracy from ${formatPercent(low, 2)} to ${formatPercent(high, 2)} on what it was trained on. Its mean describes no seed.`,
    ]);
  });
}
