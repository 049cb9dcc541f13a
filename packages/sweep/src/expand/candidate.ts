import type { Json, PointSpec } from "@actbench/core/internal";
import { findSetting } from "../settings/find-setting.js";
import type { Setting } from "../settings/setting.js";
import { specValue } from "../settings/spec-value.js";

/** A point that may become one of the study's. */
export interface Candidate {
  readonly spec: PointSpec;
  /** The label of its activation, or of its list of one per layer. */
  readonly activation: string;
  /** Full names of settings whose axis does not exist at this point. */
  readonly absent: ReadonlySet<string>;
}

/** The value of a setting at a point, an activation as its label. */
export function settingValue({ spec, activation }: Candidate, setting: Setting): Json {
  return setting.name === "model.activation" ? activation : specValue(spec, setting);
}

/**
 * What a condition sees under a name: an activation as its catalog name, `activation.alpha` as that
 * parameter's value, any other setting as its value; undefined where the point has none.
 */
export function conditionValue({ spec, activation, absent }: Candidate, name: string): Json | undefined {
  if (absent.has(name)) return undefined;
  const [first, ...others] = spec.model.activation;
  if (name === "model.activation")
    return first !== undefined && others.every((other) => other.name === first.name)
      ? first.name
      : activation;
  if (name.startsWith("activation."))
    return first?.params.find((param) => `activation.${param.name}` === name)?.value;
  const setting = findSetting(name);
  return setting === undefined ? undefined : specValue(spec, setting);
}
