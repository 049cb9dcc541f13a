import { createHash } from "node:crypto";
import {
  type ActivationSpec,
  canonicalJson,
  type Json,
  type MeasureSpec,
  type StudyPoint,
} from "@actbench/core";
import type { EarlyTermination } from "../halving/early-termination.js";
import { SETTINGS } from "../settings/settings.js";

/**
 * SHA-256 (hex) of what a study is: its settings, activations, points, rungs and study seed. Not of seeds, budget,
 * workers, baseline, statistics and claims, which may change in place; and not of the engine, the data's bytes
 * and the resolved numerics, whose change is refused by name instead of becoming another folder.
 */
export function studyHash(study: {
  readonly method: string;
  readonly studySeed: number;
  readonly measure: MeasureSpec;
  readonly fixed: ReadonlyMap<string, Json>;
  readonly activations: readonly ActivationSpec[];
  readonly points: readonly StudyPoint[];
  readonly early_terminate: EarlyTermination | undefined;
}): string {
  const { method, studySeed, measure, fixed, activations, points, early_terminate } = study;
  const settings = Object.fromEntries(
    SETTINGS.map(({ name, default: value, omittedAtDefault }) => ({
      name,
      value: fixed.get(name) ?? value ?? null,
      isOmitted: omittedAtDefault === true && (fixed.get(name) ?? value) === value,
    }))
      .filter(({ isOmitted }) => !isOmitted)
      .map(({ name, value }) => [name, value]),
  );
  const hash = createHash("sha256");
  hash.update(
    canonicalJson({ method, study_seed: studySeed, measure, settings, activations, early_terminate }),
  );
  for (const point of points) hash.update(canonicalJson(point.settings));
  return hash.digest("hex");
}
