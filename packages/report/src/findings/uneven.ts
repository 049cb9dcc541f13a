import { groupsSentence } from "../format/format-groups.js";
import type { RunView } from "../view/run-view.js";
import { seedGroups } from "../view/seed-groups.js";
import { type Finding, finding } from "./finding.js";

/** Points whose completed seeds fall into two groups, one of which did not learn. */
export function uneven(view: RunView): readonly Finding[] {
  return view.ranked.flatMap((point) => {
    const groups = seedGroups(view, point);
    return groups === undefined
      ? []
      : finding("uneven", "bad", [{ name: point.configuration.label }, ` ${groupsSentence(groups)}.`]);
  });
}
