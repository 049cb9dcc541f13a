import type { Checkpoint } from "../contract/executor.js";
import type { EpochRecord, LayerUnits, Score, TrialRecord, UnitDetails } from "../contract/record.js";
import {
  curveShape,
  gradientProbeShape,
  type RecordHead,
  recordHeadShape,
  recordShape,
  stepProbeShape,
} from "../contract/record-shape.js";
import type { PointSpec } from "../contract/spec.js";
import { SCORES, scoresOf, whyNoScore } from "../score/scores.js";
import { count, list, number, objectOf, optional, type Shape, size, text } from "../shape/shape.js";
import { ShapeError } from "../shape/shape-error.js";
import { stepsOf, stepsPerEpoch } from "./cost.js";
import { isTrainingScored, momentOf } from "./epoch-moment.js";

/** A trial as the plan has it: what a record of it may say follows from its spec. */
export interface RecordedTrial {
  readonly id: string;
  readonly spec: PointSpec;
}

/** Checks that a value is a record of a trial: its schema, then what the trial's spec decides. Throws a {@link ShapeError}. */
export function checkRecord(value: unknown, trial: RecordedTrial): TrialRecord {
  const record = recordShape(value);
  agreesWithTrial(record, trial);
  checkCurve(record.curve, record, trial);
  return record;
}

/** The same of a record but for its curve, which {@link checkCurve} checks once it is read. */
export function checkRecordHead(value: unknown, trial: RecordedTrial): RecordHead {
  const head = recordHeadShape(value);
  agreesWithTrial(head, trial);
  return head;
}

/** Checks that a value is the curve of a record. Throws a {@link ShapeError} whose place begins with `curve`. */
export function checkCurve(value: unknown, head: RecordHead, trial: RecordedTrial): readonly EpochRecord[] {
  return inCurve(() => {
    const curve = curveShape(value);
    curve.forEach((epoch, i) => {
      inPlace(`[${i}]`, () => checkEpoch(epoch, i, trial.spec));
    });
    checkEnd(curve, head, trial.spec);
    return curve;
  });
}

/** A checkpoint, but for its state. */
export const checkpointHeadShape: Shape<Omit<Checkpoint, "state">> = objectOf<Omit<Checkpoint, "state">>({
  id: text,
  step: count,
  curve: curveShape,
  scalars: list(number),
  cpu_s: optional(size),
  probes: optional(list(stepProbeShape)),
  gradients: optional(list(gradientProbeShape)),
});

/** Checks that a value is a checkpoint of a trial that is not over. Throws a {@link ShapeError}. */
export function checkCheckpoint(value: unknown, trial: RecordedTrial): Checkpoint {
  const checkpoint = checkCheckpointHead(value, trial);
  if (!("state" in checkpoint) || !(checkpoint.state instanceof Uint8Array))
    throw new ShapeError("expected bytes", "state");
  return { ...checkpoint, state: checkpoint.state };
}

/** The same of a checkpoint but for its state. */
export function checkCheckpointHead(value: unknown, trial: RecordedTrial): Omit<Checkpoint, "state"> {
  const checkpoint = checkpointHeadShape(value);
  const { id, step, curve } = checkpoint;
  const steps = stepsOf(trial.spec);
  checkId(id, trial);
  if (step >= steps) throw new ShapeError(`the trial ends at update ${steps}`, "step");
  inCurve(() =>
    curve.forEach((epoch, i) => {
      inPlace(`[${i}]`, () => checkEpoch(epoch, i, trial.spec));
    }),
  );
  if ((curve.at(-1)?.step ?? 0) > step) throw new ShapeError(`it goes beyond update ${step}`, "curve");
  return checkpoint;
}

function agreesWithTrial(head: RecordHead, trial: RecordedTrial): void {
  checkId(head.id, trial);
  const { spec } = trial;
  if ("probe_n" in head && head.probe_n !== undefined && head.probe_n > spec.dataset.train)
    throw new ShapeError(`there are ${spec.dataset.train} training examples`, "probe_n");
  if (head.status !== "diverged") return;
  if (head.step > stepsOf(spec)) throw new ShapeError(`the trial has ${stepsOf(spec)} updates`, "step");
  const layers = spec.model.hidden.length + 1;
  if (head.layer !== undefined && head.layer > layers)
    throw new ShapeError(`the network has ${layers}`, "layer");
}

function checkId(id: string, trial: RecordedTrial): void {
  if (id !== trial.id)
    throw new ShapeError(`expected ${trial.id}, found ${JSON.stringify(id.slice(0, 40))}`, "id");
}

/** An epoch at a place of the curve, where updates, subsets and layers are the spec's. */
function checkEpoch(epoch: EpochRecord, place: number, spec: PointSpec): void {
  const { dataset, measure, model } = spec;
  const steps = stepsOf(spec);
  const step = Math.min(place * stepsPerEpoch(spec), steps);
  if (epoch.epoch !== place) throw new ShapeError(`expected epoch ${place}, found ${epoch.epoch}`, "epoch");
  if (epoch.step !== step)
    throw new ShapeError(`epoch ${place} ends at update ${step}, found ${epoch.step}`, "step");
  checkScore("train", epoch.train, { expected: isTrainingScored(spec, momentOf(step, steps)), spec });
  checkScore("validation", epoch.validation, { expected: dataset.validation > 0, spec });
  checkScore("test", epoch.test, { expected: dataset.test > 0, spec });
  if (!measure.dead_units && (epoch.units ?? epoch.probes) !== undefined)
    throw new ShapeError("the trial does not measure units", "units");
  for (const probe of [epoch, ...(epoch.probes ?? [])]) {
    checkUnits(probe.units, model.hidden);
    checkDetails(probe.unit_details, model.hidden);
  }
}

function checkScore(
  subset: string,
  values: Score | undefined,
  { expected, spec }: { readonly expected: boolean; readonly spec: PointSpec },
): void {
  if (values === undefined) {
    if (expected) throw new ShapeError("expected a score, found nothing", subset);
    return;
  }
  if (!expected) throw new ShapeError("the trial does not measure it here", subset);
  const measured = scoresOf(spec);
  for (const score of SCORES) {
    const isThere = values[score.name] !== undefined;
    const place = `${subset}.${score.name}`;
    if (!measured.includes(score)) {
      if (isThere)
        throw new ShapeError(whyNoScore(score, spec.train) ?? "the trial does not measure it", place);
    } else if (!isThere && !score.mayBeMissing) throw new ShapeError("expected one, found nothing", place);
  }
}

function checkUnits(layers: readonly LayerUnits[] | undefined, hidden: readonly number[]): void {
  if (layers === undefined) return;
  if (layers.length !== hidden.length)
    throw new ShapeError(`expected ${hidden.length} layers, found ${layers.length}`, "units");
  layers.forEach(({ units }, i) => {
    if (units !== hidden[i])
      throw new ShapeError(`expected ${hidden[i]} units, found ${units}`, `units[${i}]`);
  });
}

function checkDetails(layers: readonly UnitDetails[] | undefined, hidden: readonly number[]): void {
  layers?.forEach(({ params = {}, ...numbers }, i) => {
    for (const [name, list] of Object.entries<unknown>({ ...numbers, ...params }))
      if (Array.isArray(list) && list.length !== hidden[i])
        throw new ShapeError(
          `expected ${hidden[i] ?? "no"} units, found ${list.length}`,
          `unit_details[${i}].${name}`,
        );
  });
}

/** Where a curve ends, and that the record's digest is its last one. */
function checkEnd(curve: readonly EpochRecord[], head: RecordHead, spec: PointSpec): void {
  const last = curve.at(-1);
  const steps = stepsOf(spec);
  switch (head.status) {
    case "completed":
      if (last?.step !== steps)
        throw new ShapeError(`expected ${steps} updates, found ${last?.step ?? "no epoch"}`);
      break;
    case "diverged":
      if ((last?.step ?? 0) > head.step)
        throw new ShapeError(`it goes beyond update ${head.step}, which diverged`);
      break;
    case "pruned":
      break;
    case "failed":
    case "timed_out":
    case "out_of_memory":
      return;
    default:
      head satisfies never;
      return;
  }
  if ((last?.digest ?? "") !== head.digest)
    throw new ShapeError(`its last digest is ${last?.digest ?? "missing"}, the record's is ${head.digest}`);
}

function inCurve<T>(check: () => T): T {
  return inPlace("curve", check);
}

function inPlace<T>(place: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    throw error instanceof ShapeError ? error.within(place) : error;
  }
}
