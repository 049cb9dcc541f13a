import { hash } from "node:crypto";
import { canonicalJson, type PointSpec } from "@actbench/core/internal";

const ID_LENGTH = 32;

/**
 * Ids of a point's trials: `identify(spec, [seed])` is `[trialId({ ...spec, seed })]`, with the canonical
 * text of each section made once for all points that share it.
 */
export function pointIdentity(): (spec: PointSpec, seeds: readonly number[]) => readonly string[] {
  const texts = new WeakMap<object, string>();
  const text = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return canonicalJson(value);
    let known = texts.get(value);
    if (known === undefined) {
      known = canonicalJson(value);
      texts.set(value, known);
    }
    return known;
  };
  return (spec, seeds) => {
    let before = "{";
    let after = "";
    for (const key of Object.keys(spec).sort()) {
      const part = `${JSON.stringify(key)}:${text(spec[key as keyof PointSpec])}`;
      if (key < "seed") before += `${part},`;
      else after += `,${part}`;
    }
    return seeds.map((seed) => hash("sha256", `${before}"seed":${seed}${after}}`, "hex").slice(0, ID_LENGTH));
  };
}
