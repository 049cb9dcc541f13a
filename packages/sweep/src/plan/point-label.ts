import type { Json } from "@actbench/core/internal";
import { lastPart } from "../settings/find-setting.js";
import type { Setting } from "../settings/setting.js";
import { valueText } from "../settings/value-text.js";

/** A point's label from its values on the axes: `elu · he_normal · lr 0.1`. */
export function pointLabel(values: readonly { readonly setting: Setting; readonly value: Json }[]): string {
  return values
    .map(({ setting, value }) =>
      setting.bare && typeof value === "string" ? value : `${lastPart(setting.name)} ${valueText(value)}`,
    )
    .join(" · ");
}
