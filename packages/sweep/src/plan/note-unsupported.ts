import { type StudyPoint, unsupportedSettings } from "@actbench/core";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import { quote } from "../config/quote.js";

/** Notes, once each, the settings of points that the engine cannot run yet. */
export function noteUnsupported(
  points: readonly StudyPoint[],
  paths: ReadonlyMap<string, Path>,
  problems: ProblemList,
): void {
  const noted = new Set<string>();
  for (const { spec } of points)
    for (const { setting, value } of unsupportedSettings(spec)) {
      const key = `${setting} ${JSON.stringify(value)}`;
      if (noted.has(key)) continue;
      noted.add(key);
      problems.add(paths.get(setting) ?? setting.split("."), `${quote(value)} is not available yet`);
    }
}
