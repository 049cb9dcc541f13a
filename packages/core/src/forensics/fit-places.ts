import type { TrialSpec } from "../contract/spec.js";
import type { Dataset } from "../data/dataset.js";
import { type Split, splitRows } from "../trial/split.js";
import { spreadRows } from "./spread-rows.js";

/** A regular grid over one input or over the plane of two, as the data holds them. */
export interface FitGrid {
  /** Of both inputs; of one input the first two ends are its own and the others 0. */
  readonly domain: readonly [left: number, right: number, bottom: number, top: number];
  readonly columns: number;
  /** 1 for one input. Row by row from the bottom, each from the left; a place is the middle of its cell. */
  readonly rows: number;
}

/** Rows of a dataset, some of a subset's, evenly spread over it. */
export interface FitRows {
  readonly subset: "train" | "validation" | "test";
  /** [rows, inputs], for one or two inputs; empty for more. */
  readonly inputs: readonly number[];
  /** What is true of each row, in the targets' own unit: [rows, targets]. */
  readonly values: readonly number[];
}

/** What the fits of a dataset are drawn over and beside. */
export interface FitPlaces {
  readonly dataset: string;
  /** The targets that are drawn: the first ones. */
  readonly targets: readonly string[];
  /** Present for one or two inputs. */
  readonly grid?: FitGrid;
  /** True values over the grid, [places, targets], where the data is a picture whose pixels they are. */
  readonly truth?: readonly number[];
  /** Ends of the first input over the training rows; present for one input. */
  readonly trained?: readonly [number, number];
  /** Training rows, and those of validation and test where there are some. */
  readonly rows: readonly FitRows[];
}

export const FIT_LIMITS = {
  /** More colors than red, green and blue nobody compares. */
  targets: 3,
  places: 241,
  side: 64,
  rows: 300,
} as const;
const MARGIN = 0.04;

/** The places of a trial's dataset; undefined where it has no numbers to predict. */
export function fitPlaces(spec: TrialSpec, data: Dataset): FitPlaces | undefined {
  const { targets, inputs, name } = data;
  if (targets === undefined) return undefined;
  const shown = targets.names.slice(0, FIT_LIMITS.targets);
  const split = splitRows(spec, data);
  const read = readerOf(data, shown.length);
  const grid = gridOf(data, split);
  const truth = grid && pictureTruth(data, grid, shown.length);
  return {
    dataset: name,
    targets: shown,
    ...(grid === undefined ? {} : { grid }),
    ...(truth === undefined ? {} : { truth }),
    ...(inputs === 1 ? { trained: rangeOf(data, 0, [split.train]) } : {}),
    rows: shownRows(spec, data).map(({ subset, rows }) => ({
      subset,
      inputs: inputs <= 2 ? [...rows].flatMap(read.inputs) : [],
      values: [...rows].flatMap(read.values),
    })),
  };
}

/** The rows that are shown of each subset, where it has some. */
export function shownRows(
  spec: TrialSpec,
  data: Dataset,
): readonly (Pick<FitRows, "subset"> & { readonly rows: Uint32Array })[] {
  const { trainRising, validation, test } = splitRows(spec, data);
  const subsets = { train: trainRising, validation, test } as const;
  return (["train", "validation", "test"] as const)
    .map((subset) => ({ subset, rows: spreadRows(subsets[subset], FIT_LIMITS.rows) }))
    .filter(({ rows }) => rows.length > 0);
}

/** The middle of each cell of a grid, [places, inputs]. */
export function gridInputs({ domain, columns, rows }: FitGrid, inputs: number): Float32Array {
  const [left, right, bottom, top] = domain;
  const middle = (from: number, to: number, at: number, of: number): number =>
    from + ((to - from) * (at + 0.5)) / of;
  return Float32Array.from({ length: columns * rows * inputs }, (_, at) => {
    const place = Math.floor(at / inputs);
    return at % inputs === 0
      ? middle(left, right, place % columns, columns)
      : middle(bottom, top, Math.floor(place / columns), rows);
  });
}

function readerOf({ kind, features, stride, inputs, targets }: Dataset, shown: number) {
  const all = kind === "f32" ? new Float32Array(features) : new Uint8Array(features);
  const width = stride / all.BYTES_PER_ELEMENT;
  const values = new Float64Array(targets?.values ?? new ArrayBuffer(0));
  const count = targets?.names.length ?? 1;
  return {
    inputs: (row: number): readonly number[] =>
      Array.from({ length: Math.min(2, inputs) }, (_, i) => all[row * width + i] ?? 0),
    values: (row: number): readonly number[] =>
      Array.from({ length: shown }, (_, target) => values[row * count + target] ?? 0),
  };
}

/** The ends of an input over some subsets. */
function rangeOf(data: Dataset, input: number, subsets: readonly Uint32Array[]): readonly [number, number] {
  const read = readerOf(data, 0);
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const rows of subsets)
    for (const row of rows) {
      const value = read.inputs(row)[input] ?? 0;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  return [low, high];
}

function gridOf(data: Dataset, { train, validation, test }: Split): FitGrid | undefined {
  const { inputs, targets } = data;
  if (inputs > 2) return undefined;
  if (targets?.picture !== undefined) return pictureGrid(targets.picture);
  const range = (input: number): readonly [number, number] => {
    const [low, high] = rangeOf(data, input, [train, validation, test]);
    return [low - MARGIN * (high - low), high + MARGIN * (high - low)];
  };
  if (inputs === 1) return { domain: [...range(0), 0, 0], columns: FIT_LIMITS.places, rows: 1 };
  const side = FIT_LIMITS.side / 2;
  return { domain: [...range(0), ...range(1)], columns: side, rows: side };
}

/** A cell a pixel, or some pixels where there are more than a page shows. */
function pictureGrid([width, height]: readonly [number, number]): FitGrid {
  const longer = Math.max(width, height);
  const shrink = Math.max(1, longer / FIT_LIMITS.side);
  const [x, y] = [width / longer, height / longer];
  return {
    domain: [-x, x, -y, y],
    columns: Math.max(1, Math.round(width / shrink)),
    rows: Math.max(1, Math.round(height / shrink)),
  };
}

/** The pixels of a picture at the grid's places: of several in a cell the one at its middle. */
function pictureTruth(data: Dataset, grid: FitGrid, shown: number): readonly number[] | undefined {
  const { picture } = data.targets ?? {};
  if (picture === undefined) return undefined;
  const [width, height] = picture;
  const longer = Math.max(width, height);
  const read = readerOf(data, shown);
  const pixels = new Map<number, number>();
  const rows = data.trainRows + (data.validationRows ?? 0) + data.testRows;
  const pixelAt = (x: number, y: number): number => {
    const column = Math.floor((x * longer + width) / 2);
    const line = Math.floor((height - y * longer) / 2);
    return Math.min(height - 1, Math.max(0, line)) * width + Math.min(width - 1, Math.max(0, column));
  };
  for (let row = 0; row < rows; row++) {
    const [x = 0, y = 0] = read.inputs(row);
    pixels.set(pixelAt(x, y), row);
  }
  const places = gridInputs(grid, 2);
  return Array.from({ length: grid.columns * grid.rows }, (_, place) => {
    const row = pixels.get(pixelAt(places[2 * place] ?? 0, places[2 * place + 1] ?? 0));
    return row === undefined ? new Array<number>(shown).fill(0) : read.values(row);
  }).flat();
}
