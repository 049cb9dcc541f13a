import {
  base64,
  FIT_LIMITS,
  type FitGrid,
  type FitPlaces,
  type FittedNumbers,
  fromBase64,
  shape,
} from "@actbench/core/internal";
import { FIT_PAGE_LIMITS } from "../analysis/fit-limits.js";
import type { Fits } from "../view/fits.js";
import { ReportDataError } from "./report-data-error.js";

const { count, list, number, object, oneOf, optional, text, tuple } = shape;

/** Digits of numbers of rows and curves; a heat map has 255 steps between its least and its most. */
const DIGITS = 4;
const STEPS = 255;

/** Values over a plane as bytes: low + byte / 255 · (high − low). */
interface PackedValues {
  readonly low: number;
  readonly high: number;
  readonly bytes: string;
}

/** Fits as a page's head holds them. */
export interface PackedFits {
  readonly places: readonly (Omit<FitPlaces, "truth"> & { readonly truth?: PackedValues })[];
  readonly points: readonly (Omit<FittedNumbers, "frames"> & {
    readonly frames: readonly {
      readonly epoch: number;
      readonly values?: readonly number[];
      readonly plane?: PackedValues;
    }[];
  })[];
}

const packedValues = object({ low: number, high: number, bytes: text });

/** The shape of packed fits, since a page may be a stranger's. */
export const packedFitsShape: shape.Shape<PackedFits> = object({
  places: list(
    object({
      dataset: text,
      targets: list(text),
      grid: optional(object({ domain: tuple(number, number, number, number), columns: count, rows: count })),
      truth: optional(packedValues),
      trained: optional(tuple(number, number)),
      rows: list(
        object({
          subset: oneOf("train", "validation", "test"),
          inputs: list(number),
          values: list(number),
        }),
      ),
    }),
  ),
  points: list(
    object({
      point: count,
      seed: count,
      dataset: text,
      frames: list(object({ epoch: count, values: optional(list(number)), plane: optional(packedValues) })),
      rows: list(list(number)),
    }),
  ),
});

/** Fits for a page's head. */
export function packFits({ places, points }: Fits): PackedFits {
  const isPlane = new Set(places.filter(({ grid }) => (grid?.rows ?? 1) > 1).map(({ dataset }) => dataset));
  return {
    places: places.map(({ truth, rows, ...rest }) => ({
      ...rest,
      ...(truth === undefined ? {} : { truth: packValues(truth) }),
      rows: rows.map(({ subset, inputs, values }) => ({
        subset,
        inputs: inputs.map(short),
        values: values.map(short),
      })),
    })),
    points: points.map(({ frames, rows, ...rest }) => ({
      ...rest,
      frames: frames.map(({ epoch, values }) =>
        isPlane.has(rest.dataset)
          ? { epoch, plane: packValues(values) }
          : { epoch, values: values.map(short) },
      ),
      rows: rows.map((own) => own.map(short)),
    })),
  };
}

/** Fits out of a page's head; a stranger's page may claim any size. */
export function unpackFits({ places, points }: PackedFits): Fits {
  const known = new Map(places.map((one) => [one.dataset, sizeOf(one)]));
  if (points.length > FIT_PAGE_LIMITS.points) throw new ReportDataError(`fits of ${points.length} points`);
  return {
    places: places.map(({ truth, ...rest }) => {
      const size = known.get(rest.dataset) ?? 0;
      return truth === undefined ? rest : { ...rest, truth: unpackValues(truth, size) };
    }),
    points: points.map(({ frames, ...rest }) => {
      const size = known.get(rest.dataset);
      if (size === undefined) throw new ReportDataError(`there are no places of ${rest.dataset}`);
      if (frames.length > FIT_PAGE_LIMITS.epochs)
        throw new ReportDataError(`a fit at ${frames.length} epochs`);
      return {
        ...rest,
        frames: frames.map(({ epoch, values, plane }) => ({
          epoch,
          values: plane === undefined ? checked(values ?? [], size) : unpackValues(plane, size),
        })),
      };
    }),
  };
}

/** Numbers over a dataset's grid; 0 without one. */
function sizeOf({ grid, targets }: { readonly grid?: FitGrid; readonly targets: readonly string[] }): number {
  if (targets.length < 1 || targets.length > FIT_LIMITS.targets)
    throw new ReportDataError(`a fit of ${targets.length} targets`);
  if (grid === undefined) return 0;
  const { columns, rows } = grid;
  const most = rows === 1 ? FIT_LIMITS.places : FIT_LIMITS.side;
  if (columns < 1 || rows < 1 || columns > most || rows > FIT_LIMITS.side)
    throw new ReportDataError(`a fit over ${columns} × ${rows} places`);
  return columns * rows * targets.length;
}

function checked(values: readonly number[], size: number): readonly number[] {
  if (values.length !== size) throw new ReportDataError(`${values.length} values of a fit, not ${size}`);
  return values;
}

function short(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

function packValues(values: readonly number[]): PackedValues {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const step = high > low ? STEPS / (high - low) : 0;
  return {
    low: Number.isFinite(low) ? low : 0,
    high: Number.isFinite(high) ? high : 0,
    bytes: base64(Uint8Array.from(values, (value) => Math.round((value - low) * step))),
  };
}

function unpackValues({ low, high, bytes }: PackedValues, size: number): readonly number[] {
  const steps = fromBase64(bytes);
  if (steps === undefined) throw new ReportDataError("the values of a fit are damaged");
  return checked(
    Array.from(steps, (step) => low + (step / STEPS) * (high - low)),
    size,
  );
}
