import { canonicalJson, type StudyPoint } from "@actbench/core/internal";

/** Points of equal values on some axes, in plan order; all of them, without axes. */
export function pointGroups(
  points: readonly StudyPoint[],
  axes: readonly string[],
): readonly (readonly StudyPoint[])[] {
  const groups = new Map<string, StudyPoint[]>();
  for (const point of points) {
    const key = canonicalJson(axes.map((axis) => point.settings[axis] ?? null));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return [...groups.values()];
}
