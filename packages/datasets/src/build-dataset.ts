import { canonicalJson, type Dataset } from "@actbench/core";
import { densityOf } from "./density.js";
import { sha256Of } from "./files/sha256-of.js";

/** The examples of one subset, row after row without padding. */
export interface Rows {
  /** rows · inputs values. */
  readonly features: Uint8Array | Float32Array;
  /** One class (0-based) a row. */
  readonly labels: Uint8Array | Uint16Array;
}

/** What a dataset is built from; `train` and `test` hold the same kind of array. */
export interface DatasetParts {
  readonly name: string;
  readonly inputs: number;
  readonly classes: number;
  readonly train: Rows;
  readonly test: Rows;
}

/** Lays out examples as threads share them: one SharedArrayBuffer of padded rows, one of u16 labels. */
export function buildDataset({ name, inputs, classes, train, test }: DatasetParts): Dataset {
  const kind: Dataset["kind"] = train.features instanceof Float32Array ? "f32" : "u8";
  const stride = kind === "f32" ? inputs * 4 : Math.ceil(inputs / 4) * 4;
  const trainRows = train.labels.length;
  const testRows = test.labels.length;
  const rows = trainRows + testRows;

  const features = new SharedArrayBuffer(rows * stride);
  copyRows(train.features, features, { inputs, stride, firstRow: 0 });
  copyRows(test.features, features, { inputs, stride, firstRow: trainRows });
  const labels = new SharedArrayBuffer(rows * 2);
  new Uint16Array(labels).set(train.labels);
  new Uint16Array(labels).set(test.labels, trainRows);

  const shape = { kind, inputs, classes, trainRows, testRows };
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
