import { canonicalJson, type StudyRecord } from "@actbench/core/internal";

/**
 * How many comparisons a study's baseline declares: every other value of each axis that has one. Known before
 * the first trial, and the size by which the headline verdicts are corrected.
 */
export function declaredFamily({ axes, baseline = {} }: Pick<StudyRecord, "axes" | "baseline">): number {
  return axes.reduce((sum, { name, values }) => {
    const own = baseline[name];
    if (own === undefined) return sum;
    const key = canonicalJson(own);
    return sum + values.filter((value) => canonicalJson(value) !== key).length;
  }, 0);
}
