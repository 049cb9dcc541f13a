import { createHash } from "node:crypto";
import {
  type ActivationSpec,
  canonicalJson,
  type Json,
  type MeasureSpec,
  type StudyPoint,
} from "@actbench/core/internal";
import { SETTINGS } from "../settings/settings.js";
import type { EarlyTermination } from "./early-termination.js";

/**
 * SHA-256 (hex) of what a study is: its settings, activations, points, rungs and study seed. Not of seeds,
 * budget, workers, baseline, statistics and claims, which may change in place; and not of the engine, the
 * data's bytes and the resolved numerics, whose change is refused by name instead of becoming another folder.
 */
export function studyHash(study: {
  readonly method: string;
  readonly studySeed: number;
  readonly measure: MeasureSpec;
  readonly fixed: ReadonlyMap<string, Json>;
  readonly activations: readonly ActivationSpec[];
  readonly points: readonly StudyPoint[];
  readonly early_terminate: EarlyTermination | undefined;
  /** Each seed draws its own rows. */
  readonly splitBySeed?: boolean;
}): string {
  const { method, studySeed, measure, fixed, activations, points, early_terminate, splitBySeed } = study;
  const settings = hashedSettings(fixed);
  const hash = createHash("sha256");
  hash.update(
    canonicalJson({
      method,
      study_seed: studySeed,
      measure,
      settings,
      activations,
      early_terminate,
      // Younger than other studies, whose hash has no word of it.
      ...(splitBySeed ? { split_by_seed: true } : {}),
    }),
  );
  for (const point of points) hash.update(canonicalJson(point.settings));
  return hash.digest("hex");
}

/**
 * The settings that all points share, by full name; without those that are younger than other studies, at
 * their default.
 */
export function hashedSettings(fixed: ReadonlyMap<string, Json>): Readonly<Record<string, Json>> {
  const entries = SETTINGS.flatMap(({ name, default: value = null, omittedAtDefault }) => {
    const held = fixed.get(name) ?? value;
    return omittedAtDefault && held === value ? [] : [[name, held] as const];
  });
  return Object.fromEntries(entries);
}
