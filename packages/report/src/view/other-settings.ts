import { canonicalJson } from "@actbench/core";
import type { PointView } from "./point-view.js";

/** A key that points share when they differ in the given axes alone. */
export function otherSettings({ point }: PointView, ...axes: readonly string[]): string {
  return canonicalJson(
    Object.fromEntries(Object.entries(point.settings).filter(([name]) => !axes.includes(name))),
  );
}
