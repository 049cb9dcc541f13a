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
import { SUBSETS } from "../metric/metric-entry.js";
import { SCORES, scoresOf, whyNoScore } from "../score/scores.js";
import { count, list, number, objectOf, optional, type Shape, size, text } from "../shape/shape.js";
import { ShapeError } from "../shape/shape-error.js";
import { stepsOf, stepsPerEpoch } from "./cost.js";
import { epochMoment, isTrainingScored } from "./epoch-moment.js";

/** A trial as the plan has it: what a record of it may say follows from its spec. */
export interface RecordedTrial {
  readonly id: string;
  readonly spec: PointSpec;
}

/**
 * Checks that a value is a record of a trial: its schema, then what the trial's spec decides. Throws a {@link
 * ShapeError}.
 */
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

/**
 * Checks that a value is the curve of a record. Throws a {@link ShapeError} whose place begins with `curve`.
 */
export function checkCurve(value: unknown, head: RecordHead, trial: RecordedTrial): readonly EpochRecord[] {
  return inCurve(() => {
    const curve = curveShape(value);
    checkEpochs(curve, trial.spec);
    checkEnd(curve, head, trial.spec);
    return curve;
  });
}

/**
 * Checks that a value is the first and the last epoch of the curve of a record. Throws a {@link ShapeError}
 * whose place begins with `curve`.
 */
export function checkCurveEnds(
  value: unknown,
  head: RecordHead,
  trial: RecordedTrial,
): readonly EpochRecord[] {
  return inCurve(() => {
    const ends = curveShape(value);
    checkEpochs(ends, trial.spec, ends.at(-1)?.epoch);
    checkEnd(ends, head, trial.spec);
    return ends;
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
  inCurve(() => checkEpochs(curve, trial.spec));
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

/**
 * Epochs from the initialization on, whose updates, scores and layers are the spec's. The last may have a
 * later place.
 */
function checkEpochs(curve: readonly EpochRecord[], spec: PointSpec, last = curve.length - 1): void {
  const expected: Expected = {
    spec,
    measured: new Set(scoresOf(spec)),
    steps: stepsOf(spec),
    perEpoch: stepsPerEpoch(spec),
  };
  let i = 0;
  try {
    for (const epoch of curve) {
      checkEpoch(epoch, i === curve.length - 1 ? last : i, expected);
      i++;
    }
  } catch (error) {
    throw error instanceof ShapeError ? error.within(`[${i}]`) : error;
  }
}

interface Expected {
  readonly spec: PointSpec;
  /** The scores that the trial measures. */
  readonly measured: ReadonlySet<(typeof SCORES)[number]>;
  /** Updates of the trial, and of an epoch. */
  readonly steps: number;
  readonly perEpoch: number;
}

function checkEpoch(epoch: EpochRecord, place: number, expected: Expected): void {
  const { spec, steps, perEpoch } = expected;
  const { dataset, measure, model } = spec;
  const step = Math.min(place * perEpoch, steps);
  if (epoch.epoch !== place) throw new ShapeError(`expected epoch ${place}, found ${epoch.epoch}`, "epoch");
  if (epoch.step !== step)
    throw new ShapeError(`epoch ${place} ends at update ${step}, found ${epoch.step}`, "step");
  const isScored = {
    train: isTrainingScored(spec, epochMoment(step, steps)),
    validation: dataset.validation > 0,
    test: dataset.test > 0,
  };
  for (const subset of SUBSETS) {
    if (isScored[subset]) checkScore(subset, epoch[subset], expected);
    else if (epoch[subset] !== undefined) throw new ShapeError("the trial does not measure it here", subset);
  }
  if (!measure.dead_units && (epoch.units ?? epoch.probes) !== undefined)
    throw new ShapeError("the trial does not measure units", "units");
  checkProbe(epoch, model.hidden);
  for (const probe of epoch.probes ?? []) checkProbe(probe, model.hidden);
}

function checkProbe(
  { units, unit_details }: Pick<EpochRecord, "units" | "unit_details">,
  hidden: readonly number[],
): void {
  checkUnits(units, hidden);
  checkDetails(unit_details, hidden);
}

function checkScore(subset: string, values: Score | undefined, { spec, measured }: Expected): void {
  if (values === undefined) throw new ShapeError("expected a score, found nothing", subset);
  for (const score of SCORES) {
    const isThere = values[score.name] !== undefined;
    const isMeasured = measured.has(score);
    if (isThere === isMeasured || (isMeasured && score.mayBeMissing)) continue;
    const problem = isMeasured
      ? "expected one, found nothing"
      : (whyNoScore(score, spec.train) ?? "the trial does not measure it");
    throw new ShapeError(problem, `${subset}.${score.name}`);
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
