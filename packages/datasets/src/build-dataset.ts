import { canonicalJson, type Dataset } from "@actbench/core/internal";
import { densityOf } from "./density.js";
import { sha256Of } from "./files/sha256-of.js";
import type { Rows } from "./rows.js";

/** What a dataset is built from; all subsets hold the same kind of array. */
export interface DatasetParts {
  readonly name: string;
  readonly inputs: number;
  readonly classes: number;
  readonly train: Rows;
  /** Absent: validation rows are drawn from the training rows. */
  readonly validation?: Rows;
  readonly test: Rows;
}

/** Lays out examples as threads share them: one SharedArrayBuffer of padded rows, one of u16 labels. */
export function buildDataset({ name, inputs, classes, train, validation, test }: DatasetParts): Dataset {
  const kind: Dataset["kind"] = train.features instanceof Float32Array ? "f32" : "u8";
  const stride = kind === "f32" ? inputs * 4 : Math.ceil(inputs / 4) * 4;
  const trainRows = train.labels.length;
  const testRows = test.labels.length;
  const own = validation === undefined ? {} : { validationRows: validation.labels.length };
  const subsets = [train, ...(validation === undefined ? [] : [validation]), test];
  const rows = subsets.reduce((sum, subset) => sum + subset.labels.length, 0);

  const features = new SharedArrayBuffer(rows * stride);
  const labels = new SharedArrayBuffer(rows * 2);
  let firstRow = 0;
  for (const subset of subsets) {
    copyRows(subset.features, features, { inputs, stride, firstRow });
    new Uint16Array(labels).set(subset.labels, firstRow);
    firstRow += subset.labels.length;
  }

  const shape = { kind, inputs, classes, trainRows, ...own, testRows };
  const hash = sha256Of(canonicalJson(shape), new Uint8Array(features), new Uint8Array(labels));
  return { name, hash, ...shape, density: densityOf(train.features), stride, features, labels };
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
