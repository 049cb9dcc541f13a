import { canonicalJson, type PointSpec } from "@actbench/core/internal";

/** A setting's value, as a key that is equal for equal values and as words for a reader. */
export interface FlatValue {
  readonly key: string;
  readonly shown: string;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function flatten(value: unknown, path: string, into: Map<string, FlatValue>): void {
  if (isPlainObject(value)) {
    for (const [key, item] of Object.entries(value))
      flatten(item, path === "" ? key : `${path}.${key}`, into);
    return;
  }
  const key = canonicalJson(value);
  into.set(path, { key, shown: typeof value === "string" ? value : key });
}

/**
 * Every setting of a point by its full name, `train.lr` for example. Lists are one value; activations show
 * their labels.
 */
export function flatSettings(spec: PointSpec): ReadonlyMap<string, FlatValue> {
  const flat = new Map<string, FlatValue>();
  flatten(spec, "", flat);
  const { activation } = spec.model;
  const labels = [...new Set(activation.map(({ label }) => label))];
  flat.set("model.activation", { key: canonicalJson(activation), shown: labels.join(", ") || "none" });
  return flat;
}
