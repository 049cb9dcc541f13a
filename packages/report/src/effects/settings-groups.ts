import { canonicalJson, type Json } from "@actbench/core/internal";
import { otherSettings } from "../view/other-settings.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";

/** The points of one combination of other settings, by the axis' value. */
export interface SettingsGroup {
  readonly settings: Readonly<Record<string, Json>>;
  /** By canonical JSON of the value. */
  readonly points: ReadonlyMap<string, PointView>;
}

/** All combinations of other settings, in plan order. Points on which the axis does not hold are left out. */
export function settingsGroups(view: RunView, axis: string): readonly SettingsGroup[] {
  const places = new Map<string, { settings: SettingsGroup["settings"]; points: Map<string, PointView> }>();
  for (const point of view.points) {
    const value = point.configuration.settings[axis];
    if (value === undefined) continue;
    const key = otherSettings(point, axis);
    const { [axis]: _, ...settings } = point.configuration.settings;
    const place = places.get(key) ?? { settings, points: new Map<string, PointView>() };
    place.points.set(canonicalJson(value), point);
    places.set(key, place);
  }
  return [...places.values()];
}
