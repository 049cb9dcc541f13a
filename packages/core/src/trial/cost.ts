import type { PointSpec, TrialSpec } from "../contract/spec.js";
import { activationFormulas } from "../network/activation-formulas.js";
import type { DataShape } from "../network/data-shape.js";
import { planLayout } from "../network/plan-layout.js";
import type { TaskData } from "../task/task-entry.js";
import { taskOf } from "../task/tasks.js";
import { isTrainingScored, type Moment, UNIT_SAMPLE, unitsRead } from "./epoch-moment.js";
import { inputMapOf } from "./input-map.js";

/** What a WebAssembly memory of 32-bit addresses can hold: no trial can need more. */
export const MAX_TRIAL_BYTES = 65536 * 65536;

/** What planning needs of a dataset. */
export interface DatasetFacts extends DataShape {
  /** Numbers to predict; absent where rows have classes. */
  readonly targets?: {
    readonly names: readonly string[];
    /** Width and height where the rows are the pixels of a picture. */
    readonly picture?: readonly [width: number, height: number];
  };
  readonly name: string;
  readonly hash: string;
  readonly trainRows: number;
  /** Rows that come with the data to choose by; absent: they are drawn from the training rows. */
  readonly validationRows?: number;
  readonly testRows: number;
  /** The test rows were drawn from the training rows, and other ones could be. */
  readonly heldOut?: true;
}

/** Updates a trial makes. */
export function stepsOf(spec: PointSpec): number {
  return spec.train.steps ?? spec.train.epochs * stepsPerEpoch(spec);
}

export function stepsPerEpoch(spec: PointSpec): number {
  const batches = spec.dataset.train / spec.train.batch_size;
  return spec.train.drop_last ? Math.floor(batches) : Math.ceil(batches);
}

/**
 * Multiplications and additions of a whole trial, counted from its spec: 6 per weight and training example, 2
 * per weight and evaluated example. Orders trials and balances shards; never measured.
 */
export function trialCost(spec: PointSpec, facts: TaskData): number {
  const widths = [facts.inputs, ...spec.model.hidden, taskOf(spec.train).outputs(facts)];
  let weights = 0;
  for (let layer = 1; layer < widths.length; layer++) {
    const pieces = spec.model.activation[layer - 1]?.inputs ?? 1;
    weights += (widths[layer - 1] as number) * (widths[layer] as number) * pieces;
  }
  const { validation, test } = spec.dataset;
  const examples = stepsOf(spec) * spec.train.batch_size;
  const epochs = Math.ceil(stepsOf(spec) / Math.max(1, stepsPerEpoch(spec)));
  const evaluated = (epochs + 1) * (validation + test) + trainingRowsRead(spec, epochs);
  return weights * (6 * examples + 2 * evaluated + 2 * probedWithin(spec));
}

/**
 * Training rows that are evaluated at epochs' ends; looks for live units beyond the sample are few, and not
 * counted.
 */
function trainingRowsRead(spec: PointSpec, epochs: number): number {
  const { dataset, measure } = spec;
  const scored = typeof measure.train === "number" ? Math.min(measure.train, dataset.train) : dataset.train;
  const probed = measure.probe === "train" ? dataset.train : Math.min(measure.probe, dataset.train);
  const at = (moment: Moment): number => {
    const units = unitsRead(spec, moment);
    const read = units === "whole" ? probed : units === "sample" ? UNIT_SAMPLE : 0;
    const isFree = units === "whole" && probed === dataset.train;
    return read + (isTrainingScored(spec, moment) && !isFree ? scored : 0);
  };
  return at("end") + (epochs > 0 ? at("start") + (epochs - 1) * at("between") : 0);
}

/** Examples that units are probed on within epochs. */
function probedWithin(spec: PointSpec): number {
  const { dead_units, every, probe } = spec.measure;
  if (!dead_units || typeof every === "string") return 0;
  const examples = probe === "train" ? spec.dataset.train : Math.min(probe, spec.dataset.train);
  return Math.floor(stepsOf(spec) / every) * examples;
}

/**
 * Weights of a larger network are not kept: a record brings them as text, and an engine's texts end at 512
 * MiB.
 */
export const MAX_KEPT_BYTES = 268_435_456;

/** What `measure.weights` keeps of a trial, in bytes: 4 for each number of the network. */
export function keptBytes({ model, train }: PointSpec, facts: TaskData): number {
  const widths = [...model.hidden, taskOf(train).outputs(facts)];
  const perUnit = { none: 0, layer: 2, batch: 4 }[model.normalization];
  return widths.reduce((sum, width, layer) => {
    const activation = model.activation[layer];
    const units = width * (activation?.inputs ?? 1);
    const inputs = layer === 0 ? facts.inputs : (widths[layer - 1] as number);
    const own = (activation?.params ?? []).filter(({ trainable }) => trainable);
    const learned = own.reduce((total, { per }) => total + (per === "unit" ? width : 1), 0);
    return sum + 4 * (units * (inputs + 1 + (activation === undefined ? 0 : perUnit)) + learned);
  }, 0);
}

/** Stands in for the statistics of data that is not at hand: like most data's, its mean is not 0. */
const UNMEASURED = { mean: 1, std: 1 };

/** Memory of one trial: its WebAssembly memory and what the host keeps besides it. */
export function estimateTrialBytes(spec: PointSpec, facts: DatasetFacts): number {
  const trial: TrialSpec = { ...spec, seed: 0 };
  const formulas = spec.model.activation.map(activationFormulas);
  // The row's number, its place in the order and its label; its targets as they are and as they are learned.
  const perRow = 4 * 3 + 12 * (facts.targets?.names.length ?? 0);
  const inputMap = inputMapOf(spec.dataset, facts, () => UNMEASURED);
  return (
    planLayout({ spec: trial, data: facts, inputMap, formulas }).bytes +
    (facts.trainRows + (facts.validationRows ?? 0) + facts.testRows) * perRow +
    2097152
  );
}
