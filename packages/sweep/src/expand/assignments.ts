import type { Json } from "@actbench/core/internal";
import type { AxisDraft } from "./axis-draft.js";

/** Values by setting name, of the settings that axes give to a point. */
export type Assignment = Readonly<Record<string, Json>>;

/** The value of a setting that is no axis, or whose axis came before. */
export type LookUp = (name: string, chosen: Assignment) => Json | undefined;

/** How many combinations axes have at most; counted without making them. */
export function countAssignments(axes: readonly AxisDraft[]): number {
  return axes.reduce((product, { rows }) => product * rows.length, 1);
}

/**
 * Every combination of axes, the last axis fastest. Axes with a condition come after the others and are left
 * out of the combinations in which it does not hold; `lookUp` gives the values of settings that are no axis.
 */
export function* assignments(axes: readonly AxisDraft[], lookUp: LookUp): Generator<Assignment> {
  yield* combine(conditionsLast(axes), 0, {}, lookUp);
}

/** The axes in the order in which they are decided. */
export function conditionsLast(axes: readonly AxisDraft[]): readonly AxisDraft[] {
  return [...axes.filter(({ when }) => !when), ...axes.filter(({ when }) => when)];
}

function* combine(
  axes: readonly AxisDraft[],
  index: number,
  chosen: Assignment,
  lookUp: LookUp,
): Generator<Assignment> {
  const axis = axes[index];
  if (axis === undefined) {
    yield chosen;
    return;
  }
  if (axis.when && axis.when.holds((name) => lookUp(name, chosen)) !== true) {
    yield* combine(axes, index + 1, chosen, lookUp);
    return;
  }
  for (const row of axis.rows) {
    const more: Record<string, Json> = { ...chosen };
    axis.settings.forEach((setting, k) => {
      more[setting.name] = row[k] ?? null;
    });
    yield* combine(axes, index + 1, more, lookUp);
  }
}
