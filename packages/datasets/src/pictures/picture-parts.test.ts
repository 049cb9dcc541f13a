import { expect, it } from "vitest";
import { buildDataset } from "../build-dataset.js";
import type { NamedBytes } from "../files/named-bytes.js";
import { type IdxFile, pictureParts } from "./picture-parts.js";

const pictures = (file: string, count: number, height: number, width: number): NamedBytes => ({
  file,
  bytes: Uint8Array.from([
    ...[0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, height, 0, 0, 0, width],
    ...Array.from({ length: count * height * width }, (_, i) => i),
  ]),
});
const labels = (file: string, ...values: number[]): NamedBytes => ({
  file,
  bytes: Uint8Array.from([0, 0, 8, 1, 0, 0, 0, values.length, ...values]),
});
const files = (changed: Partial<Record<IdxFile, NamedBytes>> = {}) => ({
  "train-images-idx3-ubyte": pictures("train.img", 2, 2, 3),
  "train-labels-idx1-ubyte": labels("train.lab", 1, 0),
  "t10k-images-idx3-ubyte": pictures("test.img", 1, 2, 3),
  "t10k-labels-idx1-ubyte": labels("test.lab", 3),
  ...changed,
});

it("makes one dataset of four files; a class met only in test counts", () => {
  const { parts, image } = pictureParts("d", files());
  const dataset = buildDataset(parts);
  expect(image).toEqual([3, 2]);
  expect(dataset).toMatchObject({ inputs: 6, classes: 4, trainRows: 2, testRows: 1, stride: 8 });
  expect([...new Uint8Array(dataset.features, 8, 8)]).toEqual([6, 7, 8, 9, 10, 11, 0, 0]);
});

it("names both files when labels and pictures do not match", () => {
  expect(() => pictureParts("d", files({ "train-labels-idx1-ubyte": labels("l", 1, 2, 3) }))).toThrowError(
    "l: byte 4: 3 labels, but train.img holds 2 pictures",
  );
});

it("names both files when test pictures have another size", () => {
  expect(() => pictureParts("d", files({ "t10k-images-idx3-ubyte": pictures("t", 1, 3, 2) }))).toThrowError(
    "t: pictures of 2 × 3, but train.img has 3 × 2",
  );
});
