import { canonicalJson, type Dataset } from "@actbench/core/internal";
import { densityOf } from "./density.js";
import { sha256Of } from "./files/sha256-of.js";
import type { Rows } from "./rows.js";
import type { TargetParts } from "./target-scale.js";

/** What a dataset is built from; all subsets hold the same kind of array. */
export interface DatasetParts {
  readonly name: string;
  readonly inputs: number;
  /** 0 where numbers are predicted. */
  readonly classes: number;
  readonly train: Rows;
  /** Absent: validation rows are drawn from the training rows. */
  readonly validation?: Rows;
  readonly test: Rows;
  /** The test rows were drawn from the training rows. */
  readonly heldOut?: true;
  /** Present where rows have numbers to predict. */
  readonly targets?: TargetParts;
}

/**
 * Lays out examples as threads share them: one SharedArrayBuffer of padded rows, one of u16 labels or of
 * numbers to predict.
 */
export function buildDataset(parts: DatasetParts): Dataset {
  const { name, inputs, classes, train, validation, test, targets, heldOut } = parts;
  const kind: Dataset["kind"] = train.features instanceof Float32Array ? "f32" : "u8";
  const stride = kind === "f32" ? inputs * 4 : Math.ceil(inputs / 4) * 4;
  const trainRows = train.labels.length;
  const testRows = test.labels.length;
  const own = validation === undefined ? {} : { validationRows: validation.labels.length };
  const subsets = [train, ...(validation === undefined ? [] : [validation]), test];
  const rows = subsets.reduce((sum, subset) => sum + subset.labels.length, 0);
  const width = targets?.names.length ?? 0;

  const features = new SharedArrayBuffer(rows * stride);
  const labels = new SharedArrayBuffer(rows * 2);
  const values = new SharedArrayBuffer(rows * width * 8);
  let firstRow = 0;
  for (const subset of subsets) {
    copyRows(subset.features, features, { inputs, stride, firstRow });
    new Uint16Array(labels).set(subset.labels, firstRow);
    new Float64Array(values).set(subset.values ?? [], firstRow * width);
    firstRow += subset.labels.length;
  }

  const shape = { kind, inputs, classes, trainRows, ...own, testRows };
  const learned = targets && { offset: targets.offset, scale: targets.scale };
  const bytes = [features, labels, ...(targets === undefined ? [] : [values])];
  const hash = sha256Of(
    canonicalJson(learned === undefined ? shape : { ...shape, targets: learned }),
    ...bytes.map((buffer) => new Uint8Array(buffer)),
  );
  return {
    name,
    hash,
    ...shape,
    density: densityOf(train.features),
    stride,
    features,
    labels,
    ...(targets === undefined ? {} : { targets: { ...targets, values } }),
    ...(heldOut ? { heldOut } : {}),
  };
}

interface Layout {
  readonly inputs: number;
  readonly stride: number;
  readonly firstRow: number;
}

function copyRows(source: Uint8Array | Float32Array, target: SharedArrayBuffer, layout: Layout): void {
  const { inputs, stride, firstRow } = layout;
  const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  const rowBytes = inputs * source.BYTES_PER_ELEMENT;
  const out = new Uint8Array(target, firstRow * stride);
  if (rowBytes === stride) {
    out.set(bytes);
    return;
  }
  for (let row = 0; row * rowBytes < bytes.length; row++)
    out.set(bytes.subarray(row * rowBytes, (row + 1) * rowBytes), row * stride);
}
