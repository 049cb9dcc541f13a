import type { Comparable } from "./comparable.js";
import type { FamilyRules } from "./family-rules.js";
import { judgeFamily } from "./judge-family.js";
import type { JudgedEffect } from "./verdict.js";

/** Judges several groups of comparisons as one family; gives the verdicts group by group. */
export function judgeGroups(
  groups: readonly (readonly Comparable[])[],
  rules: FamilyRules,
): readonly (readonly JudgedEffect[])[] {
  const all = judgeFamily(groups.flat(), rules);
  let end = 0;
  return groups.map(({ length }) => {
    end += length;
    return all.slice(end - length, end);
  });
}
