import type { StudyPoint } from "@actbench/core/internal";
import { dealBrackets } from "./deal-brackets.js";
import type { EarlyTermination } from "./early-termination.js";
import { pointGroups } from "./point-groups.js";

/** Points whose rungs are decided among themselves. */
export interface RungGroup {
  /** 0-based. */
  readonly bracket: number;
  readonly points: readonly StudyPoint[];
}

/**
 * The groups of a study: for each bracket the points of equal values on the axes of `within`, in plan order.
 */
export function rungGroups(points: readonly StudyPoint[], early: EarlyTermination): readonly RungGroup[] {
  const dealt = pointGroups(points, early.within ?? []).map((group) => {
    const brackets = dealBrackets(group.length, early);
    return early.brackets.map((_, b) => group.filter((_, i) => brackets[i] === b));
  });
  return early.brackets.flatMap((_, bracket) =>
    dealt.flatMap((group) => {
      const own = group[bracket] ?? [];
      return own.length === 0 ? [] : [{ bracket, points: own }];
    }),
  );
}
