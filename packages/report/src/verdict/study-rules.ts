import type { RunView } from "../view/run-view.js";
import type { FamilyRules } from "./family-rules.js";

/** How the comparisons that a study declares are judged, and those that it does not: its exploration. */
export function studyRules({ level, study }: RunView, kind: "declared" | "exploratory"): FamilyRules {
  const { correction, equivalent_within: within } = study.stats;
  return {
    level,
    correction: kind === "declared" || correction === "none" ? correction : "bh",
    within,
    ranked: study.metric.name,
  };
}
