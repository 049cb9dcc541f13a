import type { Axis, Json } from "@actbench/core/internal";
import { canonicalJson } from "@actbench/core/internal";
import type { Path } from "../config/path.js";
import { quote } from "../config/quote.js";
import { settingAt } from "../expand/read-axes.js";
import { type ReadContext, readValue } from "../expand/read-value.js";
import { axisName } from "../settings/find-setting.js";
import { valueText } from "../settings/value-text.js";

/**
 * The values that effects are reported against, by axis. An axis or a value that the study does not have is a
 * problem; if an override removed it, it is dropped with a warning.
 */
export function readBaseline(
  given: Readonly<Record<string, unknown>>,
  axes: readonly Axis[],
  overridden: ReadonlySet<string>,
  context: ReadContext,
): Readonly<Record<string, Json>> {
  const baseline: Record<string, Json> = {};
  for (const [key, raw] of Object.entries(given)) {
    const path: Path = ["baseline", key];
    const setting = settingAt(key, path, context);
    if (setting === undefined) continue;
    const axis = axes.find(({ name }) => name === axisName(setting));
    const values =
      setting.name === "model.activation"
        ? context.activations.meant(raw, path)
        : readValue(setting, raw, path, context);
    const there = values.filter((value) =>
      axis?.values.some((held) => canonicalJson(held) === canonicalJson(value)),
    );
    const [only] = there;
    if (there.length === 1 && only !== undefined) baseline[axisName(setting)] = only;
    else if (there.length > 1)
      context.problems.add(
        path,
        `${quote(raw)} matches each of ${there.map(valueText).join(", ")}`,
        "choose one of them",
      );
    else if (context.broken.has(setting.section)) continue;
    else if (overridden.has(setting.name))
      context.problems.warn(`the baseline ${key}: ${quote(raw)} is not in this study and is dropped`);
    else
      context.problems.add(
        path,
        axis === undefined
          ? `${setting.name} is not an axis of this study`
          : `${quote(raw)} is not on the axis ${axis.name}`,
        axis === undefined
          ? undefined
          : `its values are ${axis.values.slice(0, 12).map(valueText).join(", ")}`,
      );
  }
  return baseline;
}
