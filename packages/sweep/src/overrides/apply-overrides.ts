import type { ConfigProblem } from "../config/config-problem.js";
import { nearestHint } from "../config/nearest.js";
import type { Path } from "../config/path.js";
import { nestedParameters, settingKey } from "../expand/parameter-entries.js";
import { axisName, findSetting, lastPart, settingNames } from "../settings/find-setting.js";
import type { Setting } from "../settings/setting.js";
import { SETTINGS } from "../settings/settings.js";
import { STUDY_SCHEMA } from "../settings/sweep-schema.js";
import { type Override, parseOverride, type WrongOverride } from "./parse-override.js";

/** A sweep file's data after its overrides. */
export interface Overridden {
  readonly value: Readonly<Record<string, unknown>>;
  /** Where an override has put its value, and its text. */
  readonly places: readonly { readonly path: Path; readonly text: string }[];
  readonly problems: readonly ConfigProblem[];
}

type Data = Record<string, unknown>;

/** Puts overrides over a sweep file's data, one after the other; the data itself is not changed. */
export function applyOverrides(file: Readonly<Data>, texts: readonly string[]): Overridden {
  let value: Data = { ...file };
  const places: { path: Path; text: string }[] = [];
  const problems: ConfigProblem[] = [];
  for (const [i, text] of texts.entries()) {
    if (isPair(texts[i - 1], text)) continue;
    const override = parseOverride(text);
    const result = isPair(text, texts[i + 1])
      ? { message: "expected key=value", hint: `did you mean ${text}=${texts[i + 1]}?` }
      : override.type === "wrong"
        ? override
        : apply(value, override);
    if ("message" in result) {
      const { message, hint } = result;
      problems.push({ place: text, path: "", message, ...(hint === undefined ? {} : { hint }) });
    } else {
      value = result.value;
      if (result.path !== undefined) places.push({ path: result.path, text });
    }
  }
  return { value, places, problems };
}

/** Whether two texts are a setting and its value with a blank between them: `epochs 5`. */
function isPair(key: string | undefined, value: string | undefined): boolean {
  return key !== undefined && findSetting(key) !== undefined && value !== undefined && !value.includes("=");
}

type Applied =
  | { readonly value: Data; readonly path?: Path }
  | { readonly message: string; readonly hint?: string };

function apply(value: Data, override: Exclude<Override, WrongOverride>): Applied {
  const key = override.key.replace(/^parameters\./, "");
  const [head = "", ...rest] = key.split(".");
  if (Object.hasOwn(STUDY_SCHEMA, head)) return applyToStudy(value, override, head, rest);
  const setting = findSetting(key);
  if (setting === undefined)
    return override.type === "delete" ? unknownKey(key) : withUnknown(value, override.values[0], head, rest);
  if (isZipped(value, setting))
    return {
      message: `${setting.name} is zipped with other settings`,
      hint: "change the zip in the file; an override would break its pairs",
    };
  if (override.type === "delete") return { value: withoutSetting(value, setting) };
  const first = override.values[0];
  return override.sweep ? setAxis(value, setting, override.values) : setFixed(value, setting, first);
}

function applyToStudy(
  value: Data,
  override: Exclude<Override, WrongOverride>,
  head: string,
  rest: readonly string[],
): Applied {
  // The keys of a baseline are settings, whose names hold dots themselves.
  const path = head === "baseline" && rest.length > 0 ? [head, rest.join(".")] : [head, ...rest];
  if (override.type === "delete") return { value: setDeep(value, path, undefined) };
  const { values, sweep } = override;
  if (sweep && head !== "seeds") return { message: `${override.key} takes one value, not ${values.length}` };
  // A number of seeds leaves what else the file says of them: confirm, split.
  const isCount = head === "seeds" && rest.length === 0 && !sweep && typeof values[0] === "number";
  const place = isCount && Object.hasOwn(asData(value.seeds), "count") ? ["seeds", "count"] : path;
  return { value: setDeep(value, place, sweep ? values : values[0]), path: place };
}

/** Puts an unknown key where its section's keys are read, which finds it unknown and knows what is meant. */
function withUnknown(value: Data, item: unknown, head: string, rest: readonly string[]): Applied {
  const path = rest.length > 0 && isSection(head) ? [head, rest.join(".")] : [[head, ...rest].join(".")];
  return { value: setDeep(value, path, item), path };
}

function isSection(name: string): boolean {
  return SETTINGS.some(({ section }) => section === name);
}

function unknownKey(key: string): Applied {
  const hint = nearestHint(key, [...settingNames(), ...Object.keys(STUDY_SCHEMA)]);
  return { message: `unknown key ${key}`, ...(hint === undefined ? {} : { hint }) };
}

function setFixed(value: Data, setting: Setting, fixed: unknown): Applied {
  const path = setting.name.split(".");
  return { value: setDeep(withoutSetting(value, setting), path, fixed), path };
}

function setAxis(value: Data, setting: Setting, values: readonly unknown[]): Applied {
  const before = asData(value.parameters);
  const spelling = Object.keys(before).find(
    (key) => nestedParameters(before[key]) === undefined && findSetting(key) === setting,
  );
  const parameters = spelling === undefined ? withoutParameter(before, setting, "") : before;
  const key = spelling ?? axisName(setting);
  const { when } = asData(spelling === undefined ? undefined : parameters[spelling]);
  const axis = when === undefined ? { values } : { values, when };
  return {
    value: { ...value, parameters: { ...parameters, [key]: axis } },
    path: ["parameters", key, "values"],
  };
}

/** The data without any mention of a setting in its section and in `parameters`. */
function withoutSetting(value: Data, setting: Setting): Data {
  const drop = (data: unknown, prefix: string): Data =>
    Object.fromEntries(Object.entries(asData(data)).filter(([key]) => findSetting(prefix + key) !== setting));
  const { section } = setting;
  const result: Data = { ...value };
  if (value.parameters !== undefined) result.parameters = withoutParameter(value.parameters, setting, "");
  if (section === "numerics") delete result.numerics;
  else if (typeof value[section] === "object") result[section] = drop(value[section], `${section}.`);
  else if (section === "dataset" && lastPart(setting.name) !== "name" && value.dataset !== undefined)
    result.dataset = { name: value.dataset };
  else delete result[section];
  return result;
}

/** Parameters without any of a setting, also where they are nested. */
function withoutParameter(parameters: unknown, setting: Setting, outer: string): Data {
  return Object.fromEntries(
    Object.entries(asData(parameters)).flatMap(([key, raw]) => {
      const inner = nestedParameters(raw);
      if (inner !== undefined)
        return [[key, { ...asData(raw), parameters: withoutParameter(inner, setting, key) }]];
      return findSetting(settingKey(outer, key)) === setting ? [] : [[key, raw]];
    }),
  );
}

function isZipped(value: Data, setting: Setting): boolean {
  return (
    Array.isArray(value.zip) &&
    value.zip.some((group: unknown) => Object.keys(asData(group)).some((key) => findSetting(key) === setting))
  );
}

function setDeep(data: Data, path: readonly string[], item: unknown): Data {
  const [head = "", ...rest] = path;
  const result = { ...data };
  if (rest.length > 0) result[head] = setDeep(asData(data[head]), rest, item);
  else if (item === undefined) delete result[head];
  else result[head] = item;
  return result;
}

function asData(value: unknown): Data {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Data) : {};
}
