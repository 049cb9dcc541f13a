import type { DatasetParts } from "../build-dataset.js";
import { DatasetError } from "../dataset-error.js";
import type { NamedBytes } from "../files/named-bytes.js";
import type { Rows } from "../rows.js";
import { type Idx, parseIdx } from "./idx.js";

/** The four files of a picture set, by the names MNIST gave them. */
export const IDX_FILES = [
  "train-images-idx3-ubyte",
  "train-labels-idx1-ubyte",
  "t10k-images-idx3-ubyte",
  "t10k-labels-idx1-ubyte",
] as const;
export type IdxFile = (typeof IDX_FILES)[number];

/** The bytes of a picture set's four files. */
export type PictureFiles = Readonly<Record<IdxFile, NamedBytes>>;

/** A picture set's rows and the width and height of its pictures. */
export interface PictureParts {
  readonly parts: DatasetParts;
  readonly image: readonly [width: number, height: number];
}

/** Reads four raw IDX files; checks that pictures and labels, train and test belong together. */
export function pictureParts(name: string, files: PictureFiles): PictureParts {
  const train = readPair(files["train-images-idx3-ubyte"], files["train-labels-idx1-ubyte"]);
  const test = readPair(files["t10k-images-idx3-ubyte"], files["t10k-labels-idx1-ubyte"]);
  if (train.width !== test.width || train.height !== test.height)
    throw new DatasetError(
      "dataset_damaged",
      `${files["t10k-images-idx3-ubyte"].file}: pictures of ${test.width} × ${test.height}, but ` +
        `${files["train-images-idx3-ubyte"].file} has ${train.width} × ${train.height}`,
    );
  const classes = Math.max(largest(train.rows.labels), largest(test.rows.labels)) + 1;
  const inputs = train.width * train.height;
  return {
    parts: { name, inputs, classes, train: train.rows, test: test.rows },
    image: [train.width, train.height],
  };
}

interface Pair {
  readonly rows: Rows;
  readonly width: number;
  readonly height: number;
}

function readPair(images: NamedBytes, labels: NamedBytes): Pair {
  const pictures: Idx = parseIdx(images.bytes, images.file, 3);
  const classes: Idx = parseIdx(labels.bytes, labels.file, 1);
  const [count = 0, height = 0, width = 0] = pictures.shape;
  if (classes.data.length !== count)
    throw new DatasetError(
      "dataset_damaged",
      `${labels.file}: byte 4: ${classes.data.length} labels, but ${images.file} holds ${count} pictures`,
    );
  return { rows: { features: pictures.data, labels: classes.data }, width, height };
}

function largest(labels: Iterable<number>): number {
  let top = 0;
  for (const label of labels) if (label > top) top = label;
  return top;
}
