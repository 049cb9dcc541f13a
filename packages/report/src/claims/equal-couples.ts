import type { Couple } from "../verdict/pair-points.js";
import { otherSettings } from "../view/other-settings.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

export type TwoSides = readonly [subject: readonly PointView[], reference: readonly PointView[]];

/**
 * Points of the two sides that agree in all settings but the claim's own axes; the reference first in each
 * couple.
 */
export function equalCouples(
  view: RunView,
  [subject, reference]: TwoSides,
  axes: readonly string[],
): readonly Couple[] {
  const bases = new Map<string, PointView[]>();
  for (const base of reference) {
    const place = otherSettings(base, ...axes);
    bases.set(place, [...(bases.get(place) ?? []), base]);
  }
  return subject.flatMap((point) =>
    (bases.get(otherSettings(point, ...axes)) ?? []).map(
      (base): Couple => [
        { view, point: base },
        { view, point },
      ],
    ),
  );
}
