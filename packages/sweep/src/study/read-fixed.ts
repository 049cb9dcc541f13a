import type { Json } from "@actbench/core/internal";
import { nearestHint } from "../config/nearest.js";
import type { Path } from "../config/path.js";
import { quote } from "../config/quote.js";
import { type ReadContext, readValue } from "../expand/read-value.js";
import { DATA_SOURCE_KEYS } from "../settings/data-source-schema.js";
import { findSetting, lastPart } from "../settings/find-setting.js";
import { type HintFor, otherNameHint } from "../settings/other-names.js";
import type { Setting } from "../settings/setting.js";
import { SETTINGS } from "../settings/settings.js";
import { ownDataOf } from "./own-data.js";

/** Settings that `dataset`, `model`, `train` and `numerics` fix, by full name, with their places. */
export interface ReadFixed {
  readonly values: ReadonlyMap<string, Json>;
  readonly paths: ReadonlyMap<string, Path>;
}

const SECTIONS = ["dataset", "model", "train"] as const;

/** Reads the sections of a sweep file. */
export function readFixed(data: Readonly<Record<string, unknown>>, context: ReadContext): ReadFixed {
  const values = new Map<string, Json>();
  const paths = new Map<string, Path>();
  const put = (setting: Setting, raw: unknown, path: Path): void => {
    if (paths.has(setting.name))
      context.problems.addKey(path, `${setting.name} was set before, under another name`);
    paths.set(setting.name, path);
    const [first, ...more] = readValue(setting, raw, path, context);
    if (more.length > 0)
      context.problems.add(
        path,
        "this stands for several activations",
        "several values are an axis: put them under parameters",
      );
    if (first !== undefined) values.set(setting.name, first);
  };
  for (const section of SECTIONS) {
    const raw = data[section];
    if (raw === undefined || raw === null) continue;
    if (section === "dataset" && typeof raw === "string") putNamed("dataset.name", raw, ["dataset"], put);
    else if (typeof raw !== "object" || Array.isArray(raw))
      context.problems.add([section], `expected a mapping of settings, received ${quote(raw)}`);
    else readSection(section, raw as Record<string, unknown>, put, context);
    if (section === "dataset") readOwnData(raw, paths, put, context);
  }
  if (data.numerics !== undefined) putNamed("numerics", data.numerics, ["numerics"], put);
  return { values, paths };
}

/** Custom data has a name: the given one or that of its file. */
function readOwnData(raw: unknown, paths: ReadonlyMap<string, Path>, put: Put, context: ReadContext): void {
  const own = ownDataOf(raw, context.problems);
  if (own === undefined) {
    if (DATA_SOURCE_KEYS.some((key) => Object.hasOwn(Object(raw), key))) context.broken.add("dataset");
  } else if (!paths.has("dataset.name")) putNamed("dataset.name", own.name, ["dataset"], put);
}

type Put = (setting: Setting, raw: unknown, path: Path) => void;

function putNamed(name: string, raw: unknown, path: Path, put: Put): void {
  const setting = findSetting(name);
  if (setting !== undefined) put(setting, raw, path);
}

function readSection(
  section: string,
  raw: Readonly<Record<string, unknown>>,
  put: Put,
  { problems, activations }: ReadContext,
): void {
  const placeOf = (path: Path): HintFor =>
    problems.overrideOf(path) === undefined ? "file" : "command line";
  const own = [
    ...SETTINGS.filter((setting) => setting.section === section).map(({ name }) => lastPart(name)),
    ...(section === "dataset" ? DATA_SOURCE_KEYS : []),
  ];
  for (const [key, value] of Object.entries(raw)) {
    const path = [section, key];
    if (section === "dataset" && DATA_SOURCE_KEYS.includes(key)) continue;
    const setting = findSetting(`${section}.${key}`);
    if (setting !== undefined && value !== undefined) put(setting, value, path);
    else {
      const elsewhere = findSetting(key);
      problems.addKey(
        path,
        "unknown key",
        elsewhere === undefined
          ? (otherNameHint(key, placeOf(path)) ??
              (section === "model" ? activations.paramHint(key) : undefined) ??
              nearestHint(key, own))
          : `${elsewhere.name} belongs under ${elsewhere.section}:`,
      );
    }
  }
}
