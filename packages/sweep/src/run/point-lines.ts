import {
  type ActivationSpec,
  canonicalJson,
  type Json,
  type PointSpec,
  type StudyPoint,
} from "@actbench/core";

type Flat = Readonly<Record<string, Json>>;

/** A spec as values by full setting name; activations by their labels, since the lock holds each once. */
export function flatSpec(spec: PointSpec): Flat {
  const { dataset, model, train, ...rest } = spec;
  const named = (section: string, values: object): [string, Json][] =>
    Object.entries(values).map(([key, value]) => [`${section}.${key}`, value as Json]);
  return Object.fromEntries([
    ...Object.entries(rest as unknown as Record<string, Json>),
    ...named("dataset", dataset),
    ...named("model", { ...model, activation: model.activation.map(({ label }) => label) }),
    ...named("train", train),
  ]);
}

/** The lines of `points.jsonl`: each point by what it sets other than `base`. */
export function pointLines(points: readonly StudyPoint[], base: Flat): string {
  const baseTexts = new Map(Object.entries(base).map(([key, value]) => [key, canonicalJson(value)]));
  return points
    .map(({ point, label, settings, spec }) => {
      const set = Object.entries(flatSpec(spec)).filter(
        ([key, value]) => canonicalJson(value) !== baseTexts.get(key),
      );
      return `${JSON.stringify({ point, label, settings, set: Object.fromEntries(set) })}\n`;
    })
    .join("");
}

/** Reads `points.jsonl` back. Throws a `TypeError` where a line is no point. */
export function readPointLines(
  text: string,
  base: Flat,
  activations: readonly ActivationSpec[],
): readonly StudyPoint[] {
  const byLabel = new Map(activations.map((activation) => [activation.label, activation]));
  return text
    .split("\n")
    .slice(0, -1)
    .map((line, i) => {
      const { point, label, settings, set } = JSON.parse(line) as Omit<StudyPoint, "spec"> & {
        readonly set: Flat;
      };
      if (point !== i || typeof label !== "string" || typeof settings !== "object" || typeof set !== "object")
        throw new TypeError(`line ${i + 1} is no point`);
      return { point, label, settings, spec: deepSpec({ ...base, ...set }, byLabel) };
    });
}

function deepSpec(flat: Flat, byLabel: ReadonlyMap<string, ActivationSpec>): PointSpec {
  const spec: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(flat)) {
    const [section = "", name] = key.split(".");
    if (name === undefined) spec[section] = value;
    else spec[section] = { ...(spec[section] as object | undefined), [name]: value };
  }
  const model = spec.model as { readonly activation: readonly string[] };
  const activation = model.activation.map((label) => {
    const found = byLabel.get(label);
    if (found === undefined) throw new TypeError(`the lock holds no activation ${label}`);
    return found;
  });
  return { ...spec, model: { ...model, activation } } as unknown as PointSpec;
}
