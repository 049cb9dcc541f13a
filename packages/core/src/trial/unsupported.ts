import type { PointSpec } from "./spec.js";

export interface UnsupportedSetting {
  /** The setting's full name, for example `train.clip_norm`. */
  readonly setting: string;
  readonly value: unknown;
}

/** Settings of a point that this engine cannot run; empty where it can. */
export function unsupportedSettings(spec: PointSpec): readonly UnsupportedSetting[] {
  const { measure } = spec;
  const problems: UnsupportedSetting[] = [];
  if (typeof measure.every === "number")
    problems.push({ setting: "measure.dead_units.every", value: measure.every });
  if (measure.probe !== "train") problems.push({ setting: "measure.dead_units.probe", value: measure.probe });
  return problems;
}

/** A spec this engine cannot run; names the settings. */
export class UnsupportedSpecError extends Error {
  readonly code = "unsupported";

  constructor(problems: readonly UnsupportedSetting[]) {
    super(
      problems
        .map(({ setting, value }) => `${setting}: ${JSON.stringify(value)} is not available`)
        .join("; "),
    );
  }
}
