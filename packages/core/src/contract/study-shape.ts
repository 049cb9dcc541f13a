import {
  type AllKeys,
  between,
  count,
  dictionary,
  exactly,
  integer,
  list,
  number,
  object,
  objectOf,
  oneOf,
  optional,
  pattern,
  type Shape,
  share,
  size,
  text,
  truth,
  tuple,
  wholeFrom,
} from "../shape/shape.js";
import { ShapeError } from "../shape/shape-error.js";
import { activationSpecShape } from "./spec-shape.js";
import type {
  Axis,
  Claim,
  Confirmation,
  DataCard,
  Json,
  MachineCard,
  Metric,
  PlannedTrial,
  StatsSettings,
  StudyRecord,
  TargetCard,
} from "./study.js";

const DEEPEST = 200;

/** Any JSON value, to a depth that recursion survives. */
export const jsonShape: Shape<Json> = (value) => {
  checkJson(value, 0);
  return value as Json;
};

function checkJson(value: unknown, depth: number): void {
  if (depth > DEEPEST) throw new ShapeError(`nested deeper than ${DEEPEST}`);
  if (value === null || typeof value === "boolean" || typeof value === "string") return;
  if (typeof value === "number") number(value);
  else if (Array.isArray(value)) for (const item of value) checkJson(item, depth + 1);
  else dictionary((item) => checkJson(item, depth + 1))(value);
}

/** Settings of a point, by axis. */
export const settingsShape = dictionary(jsonShape);

/** A machine's card. */
export const machineShape = objectOf<MachineCard>({
  cpu: text,
  cores: count,
  memory_bytes: size,
  os: text,
  arch: text,
  node: text,
  v8: text,
  fma: truth,
});

/** A line of a plan. */
export const plannedTrialShape = objectOf<PlannedTrial>({
  trial: wholeFrom(1),
  id: pattern(/^[0-9a-f]{32}$/, "an id of 32 hexadecimal digits"),
  point: count,
  seed: integer,
});

/** What is known of a study but its points and its plan, of which files and pages hold shorter forms. */
export const STUDY_SHAPES: AllKeys<Omit<StudyRecord, "points" | "plan">> = {
  format: exactly(1),
  name: text,
  hash: text,
  revision: wholeFrom(1),
  created: text,
  version: text,
  study_seed: integer,
  method: text,
  metric: objectOf<Metric>({ name: text, goal: oneOf("maximize", "minimize") }),
  axes: list(objectOf<Axis>({ name: text, values: list(jsonShape) })),
  seeds: list(integer),
  confirm: optional(objectOf<Confirmation>({ seeds: list(integer), points: list(count) })),
  baseline: optional(dictionary(jsonShape)),
  stats: objectOf<StatsSettings>({
    confidence: (value) => {
      const confidence = between(0, 1)(value);
      if (confidence > 0 && confidence < 1) return confidence;
      throw new ShapeError(`expected a number between 0 and 1, found ${confidence}`);
    },
    correction: oneOf("holm", "bh", "none"),
    equivalent_within: optional(number),
    looks: optional(wholeFrom(1)),
    target_accuracy: optional(number),
  }),
  claims: list(
    objectOf<Claim>({
      id: text,
      compare: optional(dictionary(tuple(jsonShape, jsonShape))),
      where: optional(dictionary(jsonShape)),
      metric: text,
      at: oneOf("best", "equal"),
      expect: text,
      margin: optional(number),
    }),
  ),
  activations: list(activationSpecShape),
  data: list(
    objectOf<DataCard>({
      name: text,
      hash: text,
      description: text,
      source: text,
      license: text,
      inputs: count,
      classes: count,
      train_rows: count,
      validation_rows: optional(count),
      test_rows: count,
      class_counts: list(count),
      targets: optional(
        list(
          objectOf<TargetCard>({
            name: text,
            mean: number,
            deviation: size,
            mean_deviation: size,
            offset: number,
            scale: number,
            min: number,
            max: number,
          }),
        ),
      ),
      picture: optional(tuple(count, count)),
      density: share,
      image: optional(tuple(count, count)),
      samples: optional(list(object({ label: count, bytes: text }))),
    }),
  ),
  machine: machineShape,
  workers: count,
  config: text,
};

/** A study without its points and its plan. */
export const studyShape = objectOf<Omit<StudyRecord, "points" | "plan">>(STUDY_SHAPES);
