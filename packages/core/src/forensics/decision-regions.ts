import { exactFormulas } from "../activation/lowered-formulas.js";
import { type ActivationSpec, isCode, type TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { evaluate } from "../formula/evaluate.js";
import type { Expr } from "../formula/expr.js";
import type { InputMap } from "../kernels/inputs.js";
import { exp } from "../math/exp.js";
import { activationRules } from "../network/activation-rules.js";
import type { TensorState } from "../replay/tensor-state.js";
import { TrialStates } from "../replay/trial-states.js";
import { taskOf } from "../task/tasks.js";
import { stepsPerEpoch } from "../trial/cost.js";
import { inputMapOf } from "../trial/input-map.js";
import { inputStatistics } from "../trial/input-statistics.js";
import { splitRows } from "../trial/split.js";

/**
 * What a network answers on a grid over its two inputs, as the data holds them, after some epochs of a trial.
 */
export interface DecisionRegions {
  readonly point: number;
  readonly seed: number;
  /** Ends of both inputs, before normalization. */
  readonly domain: readonly [left: number, right: number, bottom: number, top: number];
  /** Cells of a row, and rows. */
  readonly side: number;
  /** Some training examples, evenly spread over the rows, with their class. */
  readonly examples?: readonly (readonly [x: number, y: number, label: number])[];
  readonly frames: readonly RegionFrame[];
}

/** The regions after one epoch. */
export interface RegionFrame {
  readonly epoch: number;
  /** The class of each cell as a digit of base 36, row by row from the bottom, each from the left. */
  readonly classes: string;
  /** How probable each cell's class is: 0 below 70 %, 1 below 90 %, else 2; in the order of `classes`. */
  readonly sure?: string;
  /** Weights and bias of each first-layer unit that is dead: its line is w₁x + w₂y + b = 0. */
  readonly dead: readonly (readonly [w1: number, w2: number, b: number])[];
}

/** What to draw of a trial. */
export interface RegionOptions {
  readonly epochs: readonly number[];
  readonly side: number;
}

const BASE = 36;
// The data with a little of what lies around it.
const MARGIN = 0.12;
/** As many as a small map shows without covering it. */
const MAX_EXAMPLES = 100;
/** A probability below the first is far from certain, one from the last on is as good as certain. */
const SURE = [0.7, 0.9];

/**
 * Trains a trial again and asks the network at the middle of each cell, in f64. Undefined where the plane of
 * inputs is not all that decides (other than two inputs, a normalized layer, gates, code) or the trial
 * diverges.
 */
export function decisionRegions(
  spec: TrialSpec,
  data: Dataset,
  { epochs, side }: RegionOptions,
): Omit<DecisionRegions, "point" | "seed"> | undefined {
  if (!isPlain(spec, data)) return undefined;
  const split = splitRows(spec, data).train;
  const map = inputMapOf(spec.dataset, data, () => inputStatistics(data, split));
  const rows = inputsOf(data, split);
  const domain = domainOf(rows);
  const states = new TrialStates(spec, data);
  const activations = spec.model.activation.map(formulasOf);
  const frames: RegionFrame[] = [];
  for (const epoch of epochs) {
    const tensors = new Map(states.at(epoch * stepsPerEpoch(spec)).map((state) => [state.name, state]));
    const layers = layersOf(tensors, activations, map);
    if (layers === undefined) return undefined;
    frames.push({ epoch, ...answersOf(layers, domain, side), dead: deadUnits(layers[0], rows) });
  }
  return { domain, side, examples: examplesOf(data, split, rows), frames };
}

function isPlain({ model, train }: TrialSpec, data: Dataset): boolean {
  return (
    data.inputs === 2 &&
    data.classes <= BASE &&
    model.normalization === "none" &&
    taskOf(train).name === "classification" &&
    train.steps === null &&
    model.activation.every((activation) => !isCode(activation) && activation.inputs === 1)
  );
}

function examplesOf(
  { labels }: Dataset,
  split: Uint32Array,
  rows: readonly Row[],
): NonNullable<DecisionRegions["examples"]> {
  const classes = new Uint16Array(labels);
  const step = Math.max(1, Math.ceil(rows.length / MAX_EXAMPLES));
  return rows.flatMap(([x, y], i) =>
    i % step === 0
      ? [[Number(x.toPrecision(4)), Number(y.toPrecision(4)), classes[split[i] ?? 0] ?? 0] as const]
      : [],
  );
}

type Row = readonly [x: number, y: number];

function inputsOf({ kind, features, stride }: Dataset, rows: Uint32Array): readonly Row[] {
  const all = kind === "f32" ? new Float32Array(features) : new Uint8Array(features);
  const width = stride / all.BYTES_PER_ELEMENT;
  return Array.from(rows, (row): Row => [all[row * width] ?? 0, all[row * width + 1] ?? 0]);
}

function domainOf(rows: readonly Row[]): DecisionRegions["domain"] {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of rows) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  const [wide, high] = [(right - left) * MARGIN, (top - bottom) * MARGIN];
  return [left - wide, right + wide, bottom - high, top + high];
}

interface Formulas {
  readonly value: Expr;
  /** Where the slope is not identically zero, as trials count it. */
  readonly live: Expr;
  readonly trained: readonly string[];
}

function formulasOf(activation: ActivationSpec): Formulas {
  if (isCode(activation)) return { value: "x", live: 1, trained: [] };
  const { value, trained } = exactFormulas(activation);
  const [live = 1] = activationRules(activation).live;
  return { value, live, trained: trained.map(({ name }) => name) };
}

interface Layer {
  /** [unit, input] */
  readonly weights: Float32Array | Float64Array;
  readonly biases: Float32Array | Float64Array;
  /** Absent for the output layer. */
  readonly formulas?: Formulas;
  /** The trained parameters of each unit. */
  readonly params: readonly Readonly<Record<string, number>>[];
}

/**
 * The layers in a state, the first as it takes raw inputs; undefined where a number of them is not finite.
 */
function layersOf(
  tensors: ReadonlyMap<string, TensorState>,
  activations: readonly Formulas[],
  map: InputMap,
): readonly Layer[] | undefined {
  const valuesOf = (name: string): Float32Array => tensors.get(name)?.values ?? new Float32Array();
  const named = [
    ...activations.map((formulas, i) => ({ name: `layer ${i + 1}`, formulas })),
    { name: "output" },
  ];
  const layers = named.map((one): Layer => {
    const formulas = "formulas" in one ? one.formulas : undefined;
    const params = (formulas?.trained ?? []).map(
      (param) => [param, valuesOf(`${one.name} ${param}`)] as const,
    );
    const biases = valuesOf(`${one.name} biases`);
    return {
      weights: valuesOf(`${one.name} weights`),
      biases,
      ...(formulas && { formulas }),
      params: Array.from(biases, (_, unit) =>
        Object.fromEntries(params.map(([param, all]) => [param, all[all.length === 1 ? 0 : unit] ?? 0])),
      ),
    };
  });
  const allFinite = layers.every(
    ({ weights, biases }) => weights.every(Number.isFinite) && biases.every(Number.isFinite),
  );
  return allFinite ? layers.map((layer, i) => (i === 0 ? ofRawInputs(layer, map) : layer)) : undefined;
}

/** A layer of the mapped inputs v / divisor · factor + shift as one of the raw inputs v. */
function ofRawInputs(layer: Layer, { divisor, factor, shift }: InputMap): Layer {
  if (divisor === 1 && factor === 1 && shift === 0) return layer;
  const { weights, biases } = layer;
  const moved = Float64Array.from(
    biases,
    (b, unit) => b + shift * ((weights[2 * unit] ?? 0) + (weights[2 * unit + 1] ?? 0)),
  );
  return { ...layer, weights: Float64Array.from(weights, (w) => (w / divisor) * factor), biases: moved };
}

/** z = b + Σ w x of a layer's unit. */
function sumOf({ weights, biases }: Layer, unit: number, inputs: ArrayLike<number>): number {
  const first = unit * inputs.length;
  let z = biases[unit] ?? 0;
  for (let i = 0; i < inputs.length; i++) z += (weights[first + i] as number) * (inputs[i] as number);
  return z;
}

/** A layer's outputs, into `outputs`. */
function passThrough(layer: Layer, inputs: ArrayLike<number>, outputs: Float64Array): void {
  const { formulas, params } = layer;
  for (let unit = 0; unit < outputs.length; unit++) {
    const x = sumOf(layer, unit, inputs);
    outputs[unit] = formulas === undefined ? x : evaluate(formulas.value, { x, params: params[unit] ?? {} });
  }
}

/** Each cell's class, and how probable the network takes it to be. */
function answersOf(layers: readonly Layer[], domain: DecisionRegions["domain"], side: number) {
  const [left, right, bottom, top] = domain;
  const at = (from: number, to: number, cell: number): number => from + ((to - from) * (cell + 0.5)) / side;
  const outputs = layers.map(({ biases }) => new Float64Array(biases.length));
  const logitsOf = (row: Row): ArrayLike<number> => {
    let values: ArrayLike<number> = row;
    for (const [l, layer] of layers.entries()) {
      const own = outputs[l] ?? new Float64Array();
      passThrough(layer, values, own);
      values = own;
    }
    return values;
  };
  let [classes, sure] = ["", ""];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const logits = logitsOf([at(left, right, column), at(bottom, top, row)]);
      const best = largestOf(logits);
      const probability = probabilityOf(logits, best);
      classes += best.toString(BASE);
      sure += String(SURE.filter((least) => probability >= least).length);
    }
  return { classes, sure };
}

/** The softmax of one of the logits. */
function probabilityOf(logits: ArrayLike<number>, place: number): number {
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += exp((logits[i] ?? 0) - (logits[place] ?? 0));
  return 1 / sum;
}

/** The first of the largest. */
function largestOf(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++)
    if ((values[i] ?? -Infinity) > (values[best] ?? -Infinity)) best = i;
  return best;
}

/** First-layer units whose slope is identically zero on every training example. */
function deadUnits(layer: Layer | undefined, rows: readonly Row[]): RegionFrame["dead"] {
  const live = layer?.formulas?.live ?? 1;
  if (layer === undefined || live === 1) return [];
  const isDead = (unit: number): boolean =>
    rows.every(
      (row) => evaluate(live, { x: sumOf(layer, unit, row), params: layer.params[unit] ?? {} }) === 0,
    );
  return Array.from(layer.biases, (b, unit) => ({ b, unit }))
    .filter(({ unit }) => isDead(unit))
    .map(({ b, unit }) => [layer.weights[2 * unit] ?? 0, layer.weights[2 * unit + 1] ?? 0, b] as const);
}
