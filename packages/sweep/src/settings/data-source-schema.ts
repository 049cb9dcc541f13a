import { type DataSource, DECIMALS, ENCODINGS, RESCALES } from "@actbench/core/internal";
import { z } from "zod";

const path = z.string("expected a path, relative to the sweep file").min(1).max(1000);
const paths = (least: number, most: number) => z.array(path).min(least).max(most);
const column = z.union(
  [z.string().max(1000), z.int().min(1)],
  "expected a column's name, or its place from 1",
);

/** What a sweep file's `dataset` may hold besides its settings: where custom data is and how to read it. */
export const DATA_SOURCE_SHAPE = {
  csv: z
    .union([path, paths(1, 2)], "expected a path, or the paths of training and of test rows")
    .describe(
      "A table of numbers and one column of classes, or one of training and one of test rows; may be .gz.",
    ),
  npy: z
    .union(
      [paths(2, 2), paths(4, 4)],
      "expected [inputs, classes], or those of training and then of test rows",
    )
    .describe("NumPy arrays: [inputs, classes], or those of training rows and then of test rows."),
  npz: path.describe(
    "A NumPy archive of arrays named by their roles: x_train and y_train, or x and y; test and validation rows likewise.",
  ),
  idx: path.describe("A folder of four IDX files with MNIST's names, plain or .gz."),
  target: column.describe("csv: the column of the class, by its name or its place from 1."),
  inputs: z
    .array(column)
    .min(1)
    .describe("csv: the columns that are inputs; without it all others, none of which may number the rows."),
  ignore: z.array(column).describe('csv: columns that are left out; "": those without a name.'),
  header: z
    .boolean()
    .describe(
      "csv: whether the first row names the columns; true without it, and then the first row must not look like data. Columns without names are 1, 2, …",
    ),
  delimiter: z
    .string()
    .length(1)
    .describe(
      'csv: what separates cells; " ": any run of spaces and tabs; without it a comma, or a tab in .tsv files.',
    ),
  decimal: z.enum(DECIMALS).describe("csv: the decimal sign; a point without it."),
  encoding: z
    .enum(ENCODINGS)
    .describe("csv: how bytes are text; without it as the file's byte order mark says, else UTF-8."),
  holdout: z
    .number()
    .min(0)
    .lt(1)
    .describe("Share of the rows of each class that become test rows where none are given; 0.2 without it."),
  holdout_seed: z.int().min(0).describe("Decides which rows are held out; 0 without it."),
  rescale: z
    .enum(RESCALES)
    .describe("Every input to mean 0 and deviation 1, or to the range 0 to 1, from its training rows."),
} as const;

/** Where custom data is read from: exactly one of these. */
export const DATA_SOURCE_KINDS = ["csv", "npy", "npz", "idx"] as const;

/** Keys of `dataset` that describe custom data. */
export const DATA_SOURCE_KEYS: readonly string[] = Object.keys(DATA_SOURCE_SHAPE);

/** Custom data: exactly one of csv, npy, npz and idx. */
export const dataSourceSchema: z.ZodType<DataSource> = z
  .strictObject(DATA_SOURCE_SHAPE)
  .partial()
  .refine((source) => DATA_SOURCE_KINDS.filter((kind) => source[kind] !== undefined).length === 1, {
    message: `data of one's own is one of ${DATA_SOURCE_KINDS.join(", ")}`,
  });
