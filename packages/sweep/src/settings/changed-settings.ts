import { canonicalJson, OPTIMIZER_SETTINGS, optimizerOf, type PointSpec } from "@actbench/core/internal";
import { lastPart } from "./find-setting.js";
import type { Setting } from "./setting.js";
import { SETTINGS } from "./settings.js";
import { specValue } from "./spec-value.js";
import { valueText } from "./value-text.js";

/** A setting of a trial as a reader sees it. */
export interface SettingText {
  readonly name: string;
  readonly value: string;
}

/**
 * What a configuration sets: its activation, the settings whose value is not their default, and those whose
 * default follows from others. The rest is at its default, or read by no part of the trial.
 */
export function changedSettings(spec: PointSpec): readonly SettingText[] {
  const { reads } = optimizerOf(spec.train.optimizer);
  return SETTINGS.flatMap((setting) => {
    const { name } = setting;
    if (name === "model.activation")
      return [{ name, value: [...new Set(spec.model.activation.map(({ label }) => label))].join(", ") }];
    const key = lastPart(name);
    const ofOptimizer = OPTIMIZER_SETTINGS.find((one) => one === key);
    if (ofOptimizer !== undefined && !reads.includes(ofOptimizer)) return [];
    const value = specValue(spec, setting);
    // Without a default of its own, null stands for what no part of the trial reads.
    return value === null || isDefault(setting, value) ? [] : [{ name, value: valueText(value) }];
  });
}

function isDefault({ default: fallback }: Setting, value: ReturnType<typeof specValue>): boolean {
  return fallback !== undefined && canonicalJson(value) === canonicalJson(fallback);
}
