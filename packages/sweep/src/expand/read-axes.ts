import type { Json } from "@actbench/core/internal";
import { nearestHint } from "../config/nearest.js";
import type { Path } from "../config/path.js";
import { findSetting, settingNames } from "../settings/find-setting.js";
import { otherNameHint } from "../settings/other-names.js";
import type { Setting } from "../settings/setting.js";
import type { AxisDraft } from "./axis-draft.js";
import type { ReadCondition } from "./condition-reader.js";
import { besideNested, parameterEntries } from "./parameter-entries.js";
import { readParameter } from "./read-parameter.js";
import { type ReadContext, readValue } from "./read-value.js";

/** What the axes of a sweep file add up to. */
export interface ReadAxes {
  readonly axes: readonly AxisDraft[];
  /** Settings that `parameters` fixes to one value, by name. */
  readonly fixed: ReadonlyMap<string, Json>;
  /** Where each setting of an axis or of `fixed` stands. */
  readonly paths: ReadonlyMap<string, Path>;
}

/** Reads `parameters` and `zip`. A setting may stand in one place only. */
export function readAxes(
  parameters: Readonly<Record<string, unknown>>,
  zip: readonly (Readonly<Record<string, unknown>> | undefined)[],
  readCondition: ReadCondition,
  context: ReadContext,
): ReadAxes {
  const axes: AxisDraft[] = [];
  const fixed = new Map<string, Json>();
  const paths = new Map<string, Path>();
  const claim = (key: string, path: Path): Setting | undefined => {
    const setting = settingAt(key, path, context);
    if (setting === undefined) return undefined;
    if (paths.has(setting.name))
      context.problems.addKey(path, `${setting.name} was set before, under another name or in a zip`);
    paths.set(setting.name, path);
    return setting;
  };
  for (const path of besideNested(parameters))
    context.problems.addKey(path, "has no effect beside parameters", "move it into parameters, or remove it");
  for (const { key, raw, path } of parameterEntries(parameters)) {
    const setting = claim(key, path);
    if (setting === undefined) continue;
    const read = readParameter(setting, raw, path, context);
    const when = read?.when && readCondition(read.when.text, read.when.path);
    if (read === undefined) continue;
    const { values, valueAt } = read;
    const [first] = values;
    if (read.isAxis && (first !== undefined || valueAt !== undefined))
      axes.push({
        settings: [setting],
        rows: values.map((value) => [value]),
        path,
        ...(valueAt && { rowAt: rowsOf(valueAt) }),
        ...(when ? { when } : {}),
      });
    else if (first !== undefined) fixed.set(setting.name, first);
  }
  zip.forEach((group, i) => {
    if (group === undefined) return;
    const path = ["zip", i];
    const before = context.problems.problems.length;
    const columns = Object.entries(group).map(([key, raw]) =>
      readColumn(claim(key, [...path, key]), raw, [...path, key], context),
    );
    if (context.problems.problems.length > before) return;
    const axis = zipped(
      columns.filter((column) => column !== undefined),
      path,
      context,
    );
    if (axis !== undefined) axes.push(axis);
  });
  return { axes, fixed, paths };
}

/** The setting of a key; undefined, with its problem noted, when there is none. */
export function settingAt(
  key: string,
  path: Path,
  { problems, activations }: ReadContext,
): Setting | undefined {
  const setting = findSetting(key);
  if (setting !== undefined) return setting;
  const placeOf = problems.overrideOf(path) === undefined ? "file" : "command line";
  if (key === "seed" || key === "seeds" || key === "random_seed")
    problems.addKey(
      path,
      "seeds are not an axis: they are paired across all configurations",
      "write seeds: [0, 1, 2] at the top of the file",
    );
  else
    problems.addKey(
      path,
      "there is no such setting",
      otherNameHint(key, placeOf) ?? activations.paramHint(key) ?? nearestHint(key, settingNames()),
    );
  return undefined;
}

function rowsOf(valueAt: (u: number) => Json | undefined): (u: number) => readonly Json[] | undefined {
  return (u) => {
    const value = valueAt(u);
    return value === undefined ? undefined : [value];
  };
}

interface Column {
  readonly setting: Setting;
  readonly values: readonly Json[];
}

function readColumn(
  setting: Setting | undefined,
  raw: unknown,
  path: Path,
  context: ReadContext,
): Column | undefined {
  if (setting === undefined) return undefined;
  if (!Array.isArray(raw)) {
    context.problems.add(
      path,
      "expected a list of values",
      "all settings of a zip must have the same number of values",
    );
    return undefined;
  }
  return {
    setting,
    values: raw.flatMap((item: unknown, i) => readValue(setting, item, [...path, i], context)),
  };
}

function zipped(columns: readonly Column[], path: Path, { problems }: ReadContext): AxisDraft | undefined {
  const [first] = columns;
  if (first === undefined) {
    problems.add(path, "this zip is empty");
    return undefined;
  }
  if (columns.some(({ values }) => values.length !== first.values.length)) {
    const lengths = columns.map(({ setting, values }) => `${setting.name} has ${values.length}`);
    problems.add(path, `all settings of a zip must have the same number of values: ${lengths.join(", ")}`);
    return undefined;
  }
  if (first.values.length === 0) {
    problems.add(path, "this zip has no values");
    return undefined;
  }
  return {
    settings: columns.map(({ setting }) => setting),
    rows: first.values.map((_, i) => columns.map(({ values }) => values[i] ?? null)),
    path,
  };
}
