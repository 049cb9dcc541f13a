import type { StudyRecord } from "@actbench/core/internal";
import { type FlatValue, flatSettings } from "./flat-settings.js";

/** A setting in which two runs differ; `varies` where a run has several values. */
export interface ConfigDifference {
  readonly setting: string;
  readonly a: string;
  readonly b: string;
  /** Whether points are matched all the same: each run has one value, and only these differ. */
  readonly ignored: boolean;
}

type Flat = ReadonlyMap<string, FlatValue>;

/** Distinct values of every setting over a study's points. */
function valuesOf(flats: readonly Flat[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const values = new Map<string, Map<string, string>>();
  for (const flat of flats)
    for (const [setting, { key, shown }] of flat) {
      const known = values.get(setting);
      if (known === undefined) values.set(setting, new Map([[key, shown]]));
      else known.set(key, shown);
    }
  return values;
}

const MAX_SHOWN = 8;

function words(values: ReadonlyMap<string, string> | undefined): string {
  if (values === undefined) return "–";
  const shown = [...values.values()].slice(0, MAX_SHOWN);
  const left = values.size - shown.length;
  return `${shown.join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
}

/** How points of two studies are distinguished, and how the studies differ. */
export interface ConfigComparison {
  readonly differences: readonly ConfigDifference[];
  /** For each point, in the study's order, a key that equal points of the other study share. */
  readonly keysA: readonly string[];
  readonly keysB: readonly string[];
}

/**
 * A setting with one value in each run, and not the same, is a difference between the runs: points match
 * across it. Every other setting must be equal for points to match.
 */
export function compareConfigs(a: StudyRecord, b: StudyRecord): ConfigComparison {
  const [flatA, flatB] = [a, b].map(({ points }) => points.map(({ spec }) => flatSettings(spec))) as [
    Flat[],
    Flat[],
  ];
  const [valuesA, valuesB] = [valuesOf(flatA), valuesOf(flatB)];
  const settings = [...new Set([...valuesA.keys(), ...valuesB.keys()])].sort();
  const ignored = new Set<string>();
  const differences: ConfigDifference[] = [];
  for (const setting of settings) {
    const [left, right] = [valuesA.get(setting), valuesB.get(setting)];
    const same = left?.size === right?.size && [...(left?.keys() ?? [])].every((key) => right?.has(key));
    if (same) continue;
    const single = (left?.size ?? 0) <= 1 && (right?.size ?? 0) <= 1;
    if (single) ignored.add(setting);
    differences.push({ setting, a: words(left), b: words(right), ignored: single });
  }
  const keyOf = (flat: Flat): string =>
    settings
      .filter((setting) => !ignored.has(setting))
      .map((setting) => flat.get(setting)?.key ?? "")
      .join("\n");
  return {
    differences: [...differences, ...ofStudies(a, b)],
    keysA: flatA.map(keyOf),
    keysB: flatB.map(keyOf),
  };
}

function ofStudies(a: StudyRecord, b: StudyRecord): readonly ConfigDifference[] {
  const facts = (study: StudyRecord): readonly (readonly [string, string])[] => [
    ["seeds", study.seeds.join(", ")],
    ["metric", `${study.metric.name}, ${study.metric.goal}`],
    ["actbench", study.version],
    ["machine", study.machine.cpu],
    ["node", study.machine.node],
    ["workers", String(study.workers)],
  ];
  const right = new Map(facts(b));
  return facts(a).flatMap(([setting, value]) =>
    right.get(setting) === value ? [] : { setting, a: value, b: right.get(setting) ?? "–", ignored: true },
  );
}
