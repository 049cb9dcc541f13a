import {
  DATASET_SHAPES,
  MODEL_SHAPES,
  OTHER_SHAPES,
  ShapeError,
  type shape,
  TRAIN_SHAPES,
} from "@actbench/core/internal";
import { expect, it } from "vitest";
import { SETTINGS } from "./settings.js";

const VALUES = [-1, -0.5, 0, 1e-9, 0.5, 1, 2, 1.5, 1e6, Number.NaN, null, "x", "none"];

const accepts = (shape: shape.Shape<unknown>, value: unknown): boolean => {
  try {
    shape(value);
    return true;
  } catch (error) {
    if (error instanceof ShapeError) return false;
    throw error;
  }
};

/** Shapes by the name of their setting; of keys that may be absent, of what they hold. */
const SHAPES = new Map(
  Object.entries({
    dataset: DATASET_SHAPES,
    model: MODEL_SHAPES,
    train: TRAIN_SHAPES,
    other: OTHER_SHAPES,
  }).flatMap(([section, shapes]) =>
    Object.entries(shapes).map(([key, shape]) => [
      section === "other" ? key : `${section}.${key}`,
      typeof shape === "function" ? shape : shape.optional,
    ]),
  ),
);
/** Settings that are resolved on the way to the spec, from names, shorter forms or `auto`. */
const RESOLVED = [
  "dataset.name",
  "dataset.train",
  "dataset.validation",
  "dataset.test",
  "model.hidden",
  "numerics",
];

it.each(
  SETTINGS.filter(({ name }) => SHAPES.has(name) && !RESOLVED.includes(name)).map(
    (one) => [one.name, one] as const,
  ),
)("a trial takes for %s what a sweep file takes", (name, { schema }) => {
  const shape = SHAPES.get(name) as shape.Shape<unknown>;
  expect(VALUES.filter((value) => accepts(shape, value))).toEqual(
    VALUES.filter((value) => schema.safeParse(value).success),
  );
});
