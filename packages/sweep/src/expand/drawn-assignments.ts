import type { Json } from "@actbench/core/internal";
import type { DrawSource } from "../search/draw-source.js";
import { type Assignment, conditionsLast, type LookUp } from "./assignments.js";
import type { AxisDraft } from "./axis-draft.js";

/**
 * `draws` combinations of axes at the coordinates of a source. An axis with a condition is drawn always, so
 * that it moves no other, and left out where the condition does not hold. Ends early at a value that is
 * wrong.
 */
export function* drawnAssignments(
  axes: readonly AxisDraft[],
  draw: DrawSource,
  draws: number,
  lookUp: LookUp,
): Generator<Assignment> {
  const ordered = conditionsLast(axes);
  const places = new Map(
    axes.map((axis, dimension) => [
      axis,
      { dimension, name: axis.settings.map(({ name }) => name).join(" ") },
    ]),
  );
  for (let index = 0; index < draws; index++) {
    const chosen: Record<string, Json> = {};
    for (const axis of ordered) {
      if (axis.when && axis.when.holds((name) => lookUp(name, chosen)) !== true) continue;
      const place = places.get(axis);
      const row = place && rowAt(axis, draw(index, place));
      if (row === undefined) return;
      axis.settings.forEach((setting, k) => {
        chosen[setting.name] = row[k] ?? null;
      });
    }
    yield chosen;
  }
}

function rowAt({ rows, rowAt: drawn }: AxisDraft, u: number): readonly Json[] | undefined {
  return drawn === undefined ? rows[Math.floor(u * rows.length)] : drawn(u);
}
