import { type Axis, canonicalJson, type Json, type StudyPoint } from "@actbench/core/internal";
import type { Path } from "../config/path.js";
import { quote } from "../config/quote.js";
import { settingAt } from "../expand/read-axes.js";
import { type ReadContext, readValue } from "../expand/read-value.js";
import { axisName } from "../settings/find-setting.js";
import type { Setting } from "../settings/setting.js";
import { valueText } from "../settings/value-text.js";

/** What values of a claim are checked against. */
export interface ClaimPlace {
  readonly points: readonly StudyPoint[];
  readonly axes: readonly Axis[];
  readonly context: ReadContext;
  /** Full names of the settings that overrides have set: what they removed is a warning, not a problem. */
  readonly overridden: ReadonlySet<string>;
}

/**
 * The values that a claim names, canonical and by axis; a key has a list of them, both sides of a comparison
 * or one value. A value that no point has is a problem; where an override took it away, a warning.
 */
export function readClaimSides(
  given: Readonly<Record<string, readonly unknown[]>>,
  path: Path,
  { axes, context, overridden }: ClaimPlace,
): Readonly<Record<string, readonly Json[]>> {
  const sides: Record<string, readonly Json[]> = {};
  for (const [key, raws] of Object.entries(given)) {
    const setting = settingAt(key, [...path, key], context);
    if (setting === undefined) continue;
    const name = axisName(setting);
    const axis = axes.find((one) => one.name === name);
    const values = raws.map((raw) => claimValue(raw, [...path, key], { setting, axis, context }));
    const absent = raws.filter((_, i) => values[i] === undefined);
    if (absent.length > 0 && !context.broken.has(setting.section)) {
      const message = `${absent.map(quote).join(" and ")}: not on the axis ${name}`;
      if (axis === undefined || overridden.has(setting.name))
        context.problems.warn(`a claim cannot be decided: ${message}`);
      else
        context.problems.add(
          [...path, key],
          message,
          `its values are ${axis.values.slice(0, 12).map(valueText).join(", ")}`,
        );
    }
    sides[name] = values.map((value, i) => value ?? (raws[i] as Json));
  }
  return sides;
}

interface ValuePlace {
  readonly setting: Setting;
  readonly axis: Axis | undefined;
  readonly context: ReadContext;
}

/** A value on the axis; of an activation also its name alone, which means all its parameters. */
function claimValue(raw: unknown, path: Path, { setting, axis, context }: ValuePlace): Json | undefined {
  const meant =
    setting.name === "model.activation"
      ? context.activations.meant(raw, path)
      : readValue(setting, raw, path, context);
  const held = meant.filter((value) =>
    axis?.values.some((other) => canonicalJson(other) === canonicalJson(value)),
  );
  if (held.length > 1 && typeof raw === "string") return raw;
  if (held.length > 1)
    context.problems.add(
      path,
      `${quote(raw)} matches each of ${held.map(valueText).join(", ")}`,
      "choose one of them",
    );
  return held[0];
}
