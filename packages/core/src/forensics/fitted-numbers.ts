import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import type { FunctionsOf } from "../network/code-rules.js";
import { returnNetwork } from "../network/network-pool.js";
import type { RowSource } from "../network/row-source.js";
import { rowTargets } from "../network/row-targets.js";
import { TrialCheckpoints } from "../replay/trial-checkpoints.js";
import { stepsPerEpoch } from "../trial/cost.js";
import { prepareTrial } from "../trial/prepare-trial.js";
import { type FitPlaces, gridInputs, shownRows } from "./fit-places.js";

/** What a network predicts, in the targets' own unit, after some epochs of a trial. */
export interface FittedNumbers {
  readonly point: number;
  readonly seed: number;
  readonly dataset: string;
  readonly frames: readonly FitFrame[];
  /** Of the rows of each subset of `FitPlaces`, after the last of the epochs: [rows, targets]. */
  readonly rows: readonly (readonly number[])[];
}

/** Predictions over the grid after an epoch, [places, targets]; empty where there is no grid. */
export interface FitFrame {
  readonly epoch: number;
  readonly values: readonly number[];
}

/** When predictions are asked for. */
export interface FitOptions {
  readonly epochs: readonly number[];
  readonly functionsOf?: FunctionsOf;
}

/**
 * Trains a trial again and asks its own network, in its own arithmetic, at the places of its dataset.
 * Undefined where it diverges: a prediction is not finite.
 */
export function fittedNumbers(
  spec: TrialSpec,
  data: Dataset,
  places: FitPlaces,
  { epochs, functionsOf }: FitOptions,
): Omit<FittedNumbers, "point" | "seed"> | undefined {
  const options = functionsOf === undefined ? {} : { functionsOf };
  const checkpoints = new TrialCheckpoints(spec, data, options);
  const trial = prepareTrial(spec, data, functionsOf);
  const { network, source } = trial;
  const ask = askerOf(network, data, places.targets.length);
  const grid = places.grid && gridSource(data, gridInputs(places.grid, data.inputs));
  const frames: FitFrame[] = [];
  let rows: readonly (readonly number[])[] = [];
  for (const epoch of epochs) {
    const step = Math.min(epoch * stepsPerEpoch(spec), checkpoints.steps);
    network.stateBytes().set(checkpoints.at(step).state);
    network.derive();
    frames.push({ epoch, values: grid === undefined ? [] : ask(grid.source, grid.order) });
    if (epoch === epochs.at(-1)) rows = shownRows(spec, data).map((own) => ask(source, own.rows));
  }
  returnNetwork(network);
  const all = [...frames.map(({ values }) => values), ...rows];
  return all.every((values) => values.every(Number.isFinite))
    ? { dataset: places.dataset, frames, rows }
    : undefined;
}

type Network = ReturnType<typeof prepareTrial>["network"];

/** Predictions for rows, of the first targets, in their own unit. */
function askerOf(network: Network, { targets }: Dataset, shown: number) {
  const { offset = [], scale = [] } = targets ?? {};
  return (source: RowSource, order: Uint32Array): readonly number[] => {
    const values: number[] = [];
    const tally = {
      add(outputs: Float32Array) {
        for (let target = 0; target < shown; target++)
          values.push((offset[target] ?? 0) + (scale[target] ?? 1) * (outputs[target] ?? Number.NaN));
      },
      value: () => 0,
    };
    network.evaluate(source, order, undefined, [tally]);
    return values;
  };
}

/** Rows of places, with targets that nobody compares with. */
function gridSource({ kind, inputs, stride, targets }: Dataset, places: Float32Array) {
  const rows = places.length / inputs;
  const features = new ArrayBuffer(rows * stride);
  const all = kind === "f32" ? new Float32Array(features) : new Uint8Array(features);
  const width = stride / all.BYTES_PER_ELEMENT;
  for (let row = 0; row < rows; row++)
    for (let i = 0; i < inputs; i++) all[row * width + i] = places[row * inputs + i] ?? 0;
  const names = targets?.names ?? [];
  const zeros = {
    names,
    values: new ArrayBuffer(rows * names.length * 8),
    offset: names.map(() => 0),
    scale: names.map(() => 1),
  };
  const source: RowSource = {
    words: new Int32Array(features),
    labels: new Uint16Array(rows),
    stride,
    targets: rowTargets(zeros),
  };
  return { source, order: Uint32Array.from({ length: rows }, (_, row) => row) };
}
