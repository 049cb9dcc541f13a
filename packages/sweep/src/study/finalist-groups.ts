import type { StudyPoint } from "@actbench/core/internal";
import { pointGroups } from "../plan/point-groups.js";

/**
 * Points that compete for one finalist: those of one activation on one dataset; all, where neither varies.
 */
export function finalistGroups(points: readonly StudyPoint[]): readonly (readonly StudyPoint[])[] {
  return pointGroups(points, ["activation", "dataset.name"]);
}
