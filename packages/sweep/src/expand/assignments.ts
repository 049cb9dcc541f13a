import type { Json } from "@actbench/core";
import type { AxisDraft } from "./axis-draft.js";

/** Values by setting name, of the settings that axes give to a point. */
export type Assignment = Readonly<Record<string, Json>>;

/** The most combinations of axes that are walked through. */
export const MAX_CANDIDATES = 1_000_000;

/** How many combinations axes have at most; counted without making them. */
export function countAssignments(axes: readonly AxisDraft[]): number {
  return axes.reduce((product, { rows }) => product * rows.length, 1);
}

/**
 * Every combination of axes, the last axis fastest. Axes with a condition come after the others and are left
 * out of the combinations in which it does not hold; `lookUp` gives the values of settings that are no axis.
 */
export function* assignments(
  axes: readonly AxisDraft[],
  lookUp: (name: string, chosen: Assignment) => Json | undefined,
): Generator<Assignment> {
  const ordered = [...axes.filter(({ when }) => !when), ...axes.filter(({ when }) => when)];
  yield* combine(ordered, 0, {}, lookUp);
}

function* combine(
  axes: readonly AxisDraft[],
  index: number,
  chosen: Assignment,
  lookUp: (name: string, chosen: Assignment) => Json | undefined,
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
