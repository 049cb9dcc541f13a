import { DATA_TASKS, type DataSource, DECIMALS, ENCODINGS, RESCALES } from "@actbench/core/internal";
import { z } from "zod";

const path = z.string("expected a path, relative to the sweep file").min(1).max(1000);
const paths = (least: number, most: number) => z.array(path).min(least).max(most);
const column = z.union(
  [z.string().max(1000), z.int().min(1)],
  "expected the name of a column, or its position from 1",
);

/** What a sweep file's `dataset` may hold besides its settings: where custom data is and how to read it. */
export const DATA_SOURCE_SHAPE = {
  csv: z
    .union([path, paths(1, 2)], "expected a path, or the paths of training and of test rows")
    .describe(
      "A table of numbers, one column of them the class or the number to predict, or one of training and one of test rows; may be .gz.",
    ),
  npy: z
    .union(
      [paths(2, 2), paths(4, 4)],
      "expected [inputs, targets], or those of training and then of test rows",
    )
    .describe(
      "NumPy arrays: inputs and classes or numbers to predict, or those of training rows and then of test rows.",
    ),
  npz: path.describe(
    "A NumPy archive of arrays named by their roles: x_train and y_train, or x and y; test and validation rows likewise.",
  ),
  idx: path.describe("A folder of four IDX files with MNIST's names, plain or .gz."),
  png: path.describe(
    "A PNG file: its pixels are the rows, x and y the inputs, and the gray value or red, green and blue from 0 to 1 are predicted.",
  ),
  target: column.describe(
    "csv: the column of the class or of the number to predict, by its name or its position from 1.",
  ),
  targets: z
    .array(column)
    .min(1)
    .max(1000)
    .describe("csv: columns of several numbers to predict, instead of target."),
  task: z
    .enum(DATA_TASKS)
    .describe(
      "Whether rows have classes or numbers to predict; default: decided by the values. Many numbers with fractions are predicted, few whole numbers are classes.",
    ),
  inputs: z
    .array(column)
    .min(1)
    .describe("csv: the input columns; default: all others, none of which may number the rows."),
  ignore: z.array(column).describe('csv: columns that are left out; "": those without a name.'),
  header: z
    .boolean()
    .describe(
      "csv: whether the first row has column names; default true, and then it must not look like data. Columns without names are 1, 2, …",
    ),
  delimiter: z
    .string()
    .length(1)
    .describe(
      'csv: field separator; " ": any run of spaces and tabs; without it a comma, or a tab in .tsv files.',
    ),
  decimal: z.enum(DECIMALS).describe("csv: decimal separator; a point by default."),
  encoding: z.enum(ENCODINGS).describe("csv: text encoding; default: from the byte order mark, else UTF-8."),
  holdout: z
    .number()
    .min(0)
    .lt(1)
    .describe("Fraction of each class held out as the test set, if there is none; default 0.2."),
  holdout_seed: z.int().min(0).describe("Decides which rows are held out; default 0."),
  rescale: z
    .enum(RESCALES)
    .describe(
      "Scales every input, and every number to predict, to mean 0 and standard deviation 1 or to the range 0 to 1, based on the training rows; errors are reported in the unit of the target.",
    ),
} as const;

/** Where custom data is read from: exactly one of these. */
export const DATA_SOURCE_KINDS = ["csv", "npy", "npz", "idx", "png"] as const;

/** Keys of `dataset` that describe custom data. */
export const DATA_SOURCE_KEYS: readonly string[] = Object.keys(DATA_SOURCE_SHAPE);

/** Custom data: exactly one of csv, npy, npz, idx and png. */
export const dataSourceSchema: z.ZodType<DataSource> = z
  .strictObject(DATA_SOURCE_SHAPE)
  .partial()
  .refine((source) => DATA_SOURCE_KINDS.filter((kind) => source[kind] !== undefined).length === 1, {
    message: `custom data is exactly one of ${DATA_SOURCE_KINDS.join(", ")}`,
  });
