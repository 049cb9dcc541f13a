import type { TrialSpec } from "@actbench/core/internal";
import { flatSettings } from "@actbench/report";

/** Settings in which two trials differ, as `train.lr 0.1, and 0.05`. */
export function specDifferences(a: TrialSpec, b: TrialSpec): readonly string[] {
  const [left, right] = [flatSettings(a), flatSettings(b)];
  const names = [...new Set([...left.keys(), ...right.keys()])];
  return names
    .filter((name) => left.get(name)?.key !== right.get(name)?.key)
    .map((name) => `${name} ${left.get(name)?.shown ?? "–"}, and ${right.get(name)?.shown ?? "–"}`);
}
