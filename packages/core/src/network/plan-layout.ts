import { readsNoise } from "../formula/tree.js";
import type { ActivationFormulas } from "../kernels/activate.js";
import { ROW_SLACK } from "../kernels/gemm-rows.js";
import type { InputMap } from "../kernels/inputs.js";
import type { NormalizeAddresses } from "../kernels/normalize.js";
import { linePanels, padded, tilePanels } from "../kernels/panels.js";
import { ENTRY, type SparseLists } from "../kernels/sparse-entries.js";
import { UNIT_STATS } from "../kernels/unit-stats.js";
import { optimizerOf, STEP_NUMBERS } from "../optimizer/optimizers.js";
import { taskOf } from "../task/tasks.js";
import { type DataShape, isSparse, listWords } from "./data-shape.js";
import { EVALUATION_ROWS, type LayerLayout, type NetworkLayout } from "./layout.js";
import type { NetworkSpec } from "./network-spec.js";

export interface LayoutInput {
  readonly spec: NetworkSpec;
  readonly data: DataShape;
  readonly inputMap: InputMap;
  /** One per hidden layer. */
  readonly formulas: readonly ActivationFormulas[];
}

/** Plans the memory of a trial: everything has its place before the first step. */
export function planLayout(input: LayoutInput): NetworkLayout {
  const { spec, data, formulas } = input;
  const { dropout, alpha_dropout, input_dropout, normalization } = spec.model;
  const normalizes = (own: ActivationFormulas | undefined): boolean =>
    normalization !== "none" && own !== undefined;
  const sparse = isSparse(data, input.inputMap, input_dropout);
  let end = 64;
  const take = (bytes: number): number => {
    const at = end;
    end += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const rows = Math.max(spec.train.batch_size, EVALUATION_ROWS);
  const hyper = take(STEP_NUMBERS.length * 4);
  const totals = take(16);
  const step = take(4);
  const touched = take(4);
  const widths = [...spec.model.hidden, taskOf(spec.train).outputs(data)];
  const shapes = widths.map((units, index) => {
    const own = formulas[index];
    const pieces = own?.inputs ?? 1;
    const paddedUnits = padded(units);
    const inputs = index === 0 ? data.inputs : (widths[index - 1] as number);
    return {
      inputs,
      units,
      paddedUnits,
      pieces,
      ...(own ? { formulas: own } : {}),
      panels: (index === 0 && sparse ? linePanels : tilePanels)(inputs, pieces * paddedUnits),
      panelsT: tilePanels(pieces * paddedUnits, padded(inputs)),
    };
  });
  const parameters = end;
  const placed = shapes.map((shape) => ({
    weights: take(shape.panels.bytes),
    bias: take(shape.panels.paddedColumns * 4),
    params: take((shape.formulas?.trained.length ?? 0) * shape.paddedUnits * 4),
    ...(normalizes(shape.formulas)
      ? { gamma: take(columnBytes(shape)), beta: take(columnBytes(shape)) }
      : {}),
  }));
  const parameterBytes = end - parameters;
  const states = optimizerOf(spec.train.optimizer).states;
  take(parameterBytes * states);
  const statistics = end;
  const running = shapes.map((shape) =>
    normalizes(shape.formulas)
      ? { runningMean: take(columnBytes(shape)), runningVariance: take(columnBytes(shape)) }
      : {},
  );
  const statisticsBytes = end - statistics;
  const keepsGradients = spec.train.clip_norm !== null || spec.measure.gradients === true;
  const gradients = keepsGradients ? take(parameterBytes) : undefined;
  const capacity = rows + ROW_SLACK;
  const layers = shapes.map((shape, index): LayerLayout => {
    const trained = shape.formulas?.trained.length ?? 0;
    const given = shape.formulas?.given?.length ?? 0;
    const strideZ = rowStride(
      Math.max(shape.panels.paddedColumns + given * shape.paddedUnits, trained * shape.paddedUnits),
    );
    const strideA = rowStride(shape.paddedUnits);
    const strideDraws = drawStride(shape.units);
    const { weights, bias, params, ...affine } = placed[index] as PlacedParameters;
    const normBatch = {
      ...affine,
      ...running[index],
      // Layer normalization writes them in evaluation too, for as many rows as a block has.
      hat: take("gamma" in affine ? strideZ * rows : 0),
      inverse: take("gamma" in affine ? Math.max(columnBytes(shape), rows * 4) : 0),
    };
    return {
      ...shape,
      weights,
      bias,
      params,
      ...(isPlaced(normBatch) ? { norm: normBatch } : {}),
      ...(index > 0 ? { weightsT: take(shape.panelsT.bytes) } : {}),
      strideZ,
      given: shape.panels.paddedColumns * 4,
      strideA,
      z: take(strideZ * capacity),
      a: shape.formulas ? take(strideA * capacity) : 0,
      p: trained > 0 ? take(strideZ * capacity) : 0,
      noise:
        shape.formulas && readsNoise(shape.formulas.value) ? take(strideDraws * spec.train.batch_size) : 0,
      drop: shape.formulas && dropout + alpha_dropout > 0 ? take(strideDraws * spec.train.batch_size) : 0,
      strideDraws,
      stats: shape.formulas ? take(UNIT_STATS.length * shape.paddedUnits * 4) : 0,
    };
  });
  const strideX = rowStride(padded(data.inputs));
  const task = taskOf(spec.train);
  const predicted = task.name === "regression" ? task.outputs(data) : 0;
  const needsDa = layers.some((layer) => layer.pieces > 1 || (layer.formulas?.trained.length ?? 0) > 0);
  const widest = Math.max(...layers.map((layer) => layer.strideA));
  return {
    layers,
    rows,
    hyper,
    totals,
    step,
    touched,
    inputDraws: input_dropout > 0 ? take(drawStride(data.inputs) * spec.train.batch_size) : 0,
    strideInputDraws: drawStride(data.inputs),
    labels: take(rows * 4),
    ...(predicted > 0 ? { targets: take(rows * predicted * 4) } : {}),
    // The same for bytes and lists, so that a trial's memory does not depend on which it gets.
    raw: take(rows * Math.max(data.stride, sparse ? listWords(data.inputs) * 4 : 0) + 64),
    counts: take(sparse ? rows * 4 : 0),
    strideRaw: data.stride,
    x: sparse ? 0 : take(strideX * capacity),
    strideX,
    ...(sparse ? { sparse: takeLists(take, data, { rows, batch: spec.train.batch_size }) } : {}),
    ...(sparse && input.inputMap.shift !== 0 ? { shifted: takeShifted(take, layers[0] as LayerLayout) } : {}),
    da: needsDa ? take(widest * capacity) : 0,
    parameters,
    parameterBytes,
    states,
    statisticsBytes,
    ...(gradients === undefined ? {} : { gradients }),
    bytes: end,
  };
}

function takeShifted(take: (bytes: number) => number, { panels }: LayerLayout) {
  return { bias: take(panels.paddedColumns * 4), gradient: take(panels.paddedColumns * 4) };
}

/** Lists by example for an evaluated block, by input for a training batch. */
function takeLists(
  take: (bytes: number) => number,
  data: DataShape,
  counts: { readonly rows: number; readonly batch: number },
): SparseLists {
  const exampleStride = data.inputs * ENTRY;
  const inputStride = Math.ceil((counts.batch * ENTRY) / 64) * 64;
  return {
    examples: take(counts.rows * exampleStride),
    exampleStride,
    exampleEnds: take(counts.rows * 4),
    byInput: take(data.inputs * inputStride),
    inputStride,
    inputEnds: take(data.inputs * 4),
    table: take(256 * 4),
  };
}

/** Bytes of a row of f32: whole cache lines, an odd number of them, so that rows spread over cache sets. */
function rowStride(columns: number): number {
  const lines = Math.ceil((columns * 4) / 64);
  return (lines % 2 === 0 ? lines + 1 : lines) * 64;
}

interface PlacedParameters {
  readonly weights: number;
  readonly bias: number;
  readonly params: number;
  readonly gamma?: number;
  readonly beta?: number;
}

const columnBytes = (shape: { readonly pieces: number; readonly paddedUnits: number }): number =>
  shape.pieces * shape.paddedUnits * 4;

function isPlaced(norm: Partial<NormalizeAddresses>): norm is NormalizeAddresses {
  return norm.gamma !== undefined;
}

/** Draws come sixteen at a time. */
const drawStride = (columns: number): number => Math.ceil(columns / 16) * 64;
