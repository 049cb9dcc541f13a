import { hash } from "node:crypto";
import { canonicalJson, type PointSpec } from "@actbench/core";

/**
 * Ids of a point's trials: `identify(spec)(seed)` is `trialId({ ...spec, seed })`, with the canonical text of
 * each section made once for all points that share it.
 */
export function pointIdentity(): (spec: PointSpec) => (seed: number) => string {
  const texts = new WeakMap<object, string>();
  const text = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return canonicalJson(value);
    const known = texts.get(value) ?? canonicalJson(value);
    texts.set(value, known);
    return known;
  };
  return (spec) => {
    const entries = Object.entries(spec).map(
      ([key, value]) => [key, `${JSON.stringify(key)}:${text(value)}`] as const,
    );
    const side = (isHere: (key: string) => boolean): string =>
      entries
        .filter(([key]) => isHere(key))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, part]) => part)
        .join(",");
    const before = `{${side((key) => key < "seed")},"seed":`;
    const after = `,${side((key) => key > "seed")}}`;
    return (seed) => hash("sha256", before + seed + after, "hex").slice(0, 32);
  };
}
