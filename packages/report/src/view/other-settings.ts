import { canonicalJson } from "@actbench/core/internal";
import type { PointView } from "./point-view.js";

/** A key that points share when they differ in the given axes alone. */
export function otherSettings({ configuration }: PointView, ...axes: readonly string[]): string {
  return canonicalJson(
    Object.fromEntries(Object.entries(configuration.settings).filter(([name]) => !axes.includes(name))),
  );
}
