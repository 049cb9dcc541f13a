import {
  type ActivationSpec,
  canonicalJson,
  DATASET_SHAPES,
  type Json,
  jsonShape,
  MODEL_SHAPES,
  OTHER_SHAPES,
  type PointSpec,
  ShapeError,
  type StudyPoint,
  settingsShape,
  shape,
  TRAIN_SHAPES,
} from "@actbench/core/internal";

type Flat = Readonly<Record<string, Json>>;
type Field = shape.Shape<unknown> | shape.OptionalKey<unknown>;

/** A spec as values by full setting name; activations by their labels, since the lock holds each once. */
export function flatSpec(spec: PointSpec): Flat {
  const { dataset, model, train, ...rest } = spec;
  return Object.fromEntries([
    ...Object.entries(rest as unknown as Record<string, Json>),
    ...named("dataset", dataset),
    ...named("model", { ...model, activation: model.activation.map(({ label }) => label) }),
    ...named("train", train),
  ]);
}

function named<T extends object>(section: string, values: T): [string, T[keyof T] & Json][] {
  return Object.entries(values).map(([key, value]) => [`${section}.${key}`, value]);
}

const FIELDS = new Map<string, Field>([
  ...Object.entries(OTHER_SHAPES),
  ...fields("dataset", DATASET_SHAPES),
  ...fields("model", { ...MODEL_SHAPES, activation: shape.list(shape.text) }),
  ...fields("train", TRAIN_SHAPES),
]);

function fields(section: string, shapes: Readonly<Record<string, Field>>): [string, Field][] {
  return Object.entries(shapes).map(([key, field]) => [`${section}.${key}`, field]);
}

/** What every spec has; older engines knew one target only. */
const NEEDED = [...FIELDS].flatMap(([name, field]) =>
  typeof field === "function" && name !== "train.target" ? [name] : [],
);
/** A setting that a newer version may have. */
const NAME = /^(?:(?:dataset|model|train)\.)?[a-z][a-z0-9_]*$/;

/** Settings of a spec by their full names, some or all of them. */
export const flatSpecShape: shape.Shape<Flat> = (value) => {
  const flat = shape.dictionary(jsonShape)(value);
  for (const [name, setting] of Object.entries(flat)) {
    const field = FIELDS.get(name);
    if (field === undefined && !NAME.test(name))
      throw new ShapeError("no setting has such a name", name.slice(0, 40));
    try {
      if (field !== undefined) (typeof field === "function" ? field : field.optional)(setting);
    } catch (error) {
      throw error instanceof ShapeError ? error.within(name) : error;
    }
  }
  return flat;
};

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

const lineShape = shape.object({
  point: shape.count,
  label: shape.text,
  settings: settingsShape,
  set: flatSpecShape,
});

/** Reads a line of `points.jsonl` back, the `i`-th. Throws a `ShapeError` where it is no point. */
export function pointReader(
  base: Flat,
  activations: readonly ActivationSpec[],
): (line: unknown, i: number) => StudyPoint {
  const byLabel = new Map(activations.map((activation) => [activation.label, activation]));
  const missing = NEEDED.filter((name) => !Object.hasOwn(base, name));
  return (line, i) => {
    const { point, label, settings, set } = lineShape(line);
    if (point !== i) throw new ShapeError(`expected ${i}, found ${point}`, "point");
    const absent = missing.find((name) => !Object.hasOwn(set, name));
    if (absent !== undefined) throw new ShapeError("expected a value, found nothing", `set.${absent}`);
    return { point, label, settings, spec: deepSpec({ ...base, ...set }, byLabel) };
  };
}

function deepSpec(flat: Flat, byLabel: ReadonlyMap<string, ActivationSpec>): PointSpec {
  const spec: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(flat)) {
    const [section = "", name] = key.split(".");
    if (name === undefined) spec[section] = value;
    else spec[section] = { ...(spec[section] as object | undefined), [name]: value };
  }
  const model = spec.model as { readonly activation: readonly string[]; readonly hidden: readonly number[] };
  const activation = model.activation.map((label) => {
    const found = byLabel.get(label);
    if (found === undefined)
      throw new ShapeError(`the lock has no activation ${label}`, "set.model.activation");
    return found;
  });
  if (activation.length !== model.hidden.length)
    throw new ShapeError(
      `${activation.length} activations of ${model.hidden.length} hidden layers`,
      "set.model.activation",
    );
  return { ...spec, model: { ...model, activation } } as unknown as PointSpec;
}
