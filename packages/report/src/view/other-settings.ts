import { canonicalJson } from "@actbench/core";
import type { PointView } from "./point-view.js";

/** A key that points share when they differ in one axis alone. */
export function otherSettings({ point }: PointView, axis: string): string {
  return canonicalJson(Object.fromEntries(Object.entries(point.settings).filter(([name]) => name !== axis)));
}
