import type { Json } from "@actbench/core/internal";
import type { ActivationChoices } from "../activation/activation-choices.js";
import { check } from "../config/check.js";
import { nearestHint } from "../config/nearest.js";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import type { Setting, SpecSection } from "../settings/setting.js";

/** What reading values needs besides the values. */
export interface ReadContext {
  readonly problems: ProblemList;
  readonly activations: ActivationChoices;
  readonly datasetNames: readonly string[];
  /** Points are drawn, so that a distribution needs no count. */
  readonly drawn: boolean;
  /** Whether the number at a path is written with a decimal point or an exponent: 1.0 is, 1 is not. */
  readonly isDecimal: (path: Path) => boolean;
  /** Sections with a value that could not be read: what depends on it is not judged. */
  readonly broken: Set<SpecSection>;
}

/**
 * A setting's value in canonical form. An activation entry with a list of parameters is several values;
 * a value that is wrong is none, and its problem is noted.
 */
export function readValue(setting: Setting, raw: unknown, path: Path, context: ReadContext): readonly Json[] {
  const values = read(setting, raw, path, context);
  if (values.length === 0) context.broken.add(setting.section);
  return values;
}

function read(
  setting: Setting,
  raw: unknown,
  path: Path,
  { problems, activations, datasetNames }: ReadContext,
): readonly Json[] {
  if (setting.name === "model.activation") return activations.read(raw, path);
  const value = check(setting.schema, raw, path, problems);
  if (value === undefined) return [];
  if (setting.name === "dataset.name" && !datasetNames.includes(String(value))) {
    problems.add(
      path,
      `there is no dataset ${JSON.stringify(value)}`,
      nearestHint(String(value), datasetNames),
    );
    return [];
  }
  return [value];
}
