import type { Json } from "@actbench/core/internal";
import type { Path } from "../config/path.js";
import { quote } from "../config/quote.js";
import type { Assignment } from "./assignments.js";
import type { PointMatch } from "./point-filter.js";
import { settingAt } from "./read-axes.js";
import { type ReadContext, readValue } from "./read-value.js";

type Entry = Readonly<Record<string, unknown>>;

/** Reads `include`: each entry one point, or several where an activation's parameter is a list. */
export function readIncludes(
  entries: readonly (Entry | undefined)[],
  context: ReadContext,
): readonly Assignment[] {
  return entries.flatMap((entry, i) => {
    if (entry === undefined) return [];
    let points: Record<string, Json>[] = [{}];
    for (const [key, raw] of Object.entries(entry)) {
      const path = ["include", i, key];
      const setting = settingAt(key, path, context);
      if (setting === undefined) continue;
      const values = readValue(setting, raw, path, context);
      points = points.flatMap((point) => values.map((value) => ({ ...point, [setting.name]: value })));
    }
    return points;
  });
}

/** Reads `exclude`: an activation by its name stands for all its parameters. */
export function readExcludes(
  entries: readonly (Entry | undefined)[],
  context: ReadContext,
): readonly PointMatch[] {
  return entries.flatMap((entry, i) =>
    entry === undefined ? [] : [{ text: quote(entry), wanted: readWanted(entry, i, context) }],
  );
}

function readWanted(entry: Entry, i: number, context: ReadContext): PointMatch["wanted"] {
  return Object.entries(entry).flatMap(([key, raw]) => {
    const path: Path = ["exclude", i, key];
    const setting = settingAt(key, path, context);
    if (setting === undefined) return [];
    const values =
      setting.name === "model.activation"
        ? context.activations.meant(raw, path)
        : readValue(setting, raw, path, context);
    return [{ setting, values }];
  });
}
