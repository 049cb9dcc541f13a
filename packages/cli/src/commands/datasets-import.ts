import { statSync } from "node:fs";
import { resolve } from "node:path";
import { DATA_TASKS, type DataSource, DECIMALS, ENCODINGS, RESCALES } from "@actbench/core/internal";
import { importDataset } from "@actbench/datasets";
import { defineCommand } from "../command/command.js";
import { choiceFlag, countFlag, listFlag, textFlag, toggle } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { shareFlag } from "../command/share-flag.js";
import { keptText } from "../datasets/kept-text.js";
import { EXIT } from "../exit-code.js";
import { UsageError } from "../usage-error.js";

/** `actbench datasets import NAME FILE …` */
export const datasetsImport = defineCommand({
  positionals: {
    name: positional("one", "name to use in sweep files"),
    files: positional("some", "t.csv, or train.csv test.csv; x.npy y.npy; xy.npz; a folder; p.png"),
  },
  flags: {
    target: listFlag(
      "csv: the column of the class or of the number to predict, by its name or its position from 1; several: regression",
      "COLUMN",
    ),
    task: choiceFlag(
      "whether rows have classes or numbers to predict; default: decided by the values",
      DATA_TASKS,
    ),
    input: listFlag("csv: a column to use as input; default: all but the target", "COLUMN"),
    ignore: listFlag("csv: a column to leave out; '': columns without a name", "COLUMN"),
    "no-header": toggle("csv: the first row is data; columns are 1, 2, …"),
    header: toggle("csv: the first row names the columns even if it looks like data"),
    delimiter: {
      ...textFlag(
        "csv: field separator; ' ': any run of spaces and tabs; default: a comma, or a tab in .tsv files",
        "CHARACTER",
      ),
      expects: String.raw`one character, or \t for a tab`,
      parse: (text) => (text === String.raw`\t` ? "\t" : [...text].length === 1 ? text : undefined),
    },
    decimal: choiceFlag("csv: decimal separator; default: a point", DECIMALS),
    encoding: choiceFlag("csv: text encoding; default: from the byte order mark, else utf-8", ENCODINGS),
    holdout: shareFlag("fraction of each class held out as the test set, if there is none; default: 0.2"),
    "holdout-seed": countFlag("seed of the test split; default: 0", 0),
    rescale: choiceFlag(
      "scale every input, and every number to predict, to mean 0 and standard deviation 1, or to the range 0 to 1",
      RESCALES,
    ),
    description: textFlag("one sentence for list, info and reports", "TEXT"),
    license: textFlag("license of the data", "TEXT"),
  },
  examples: [
    [
      "datasets import wine wine.csv --target quality --rescale standardize",
      "a table; a fifth becomes the test set",
    ],
    ["datasets import houses houses.csv --target price --task regression", "a number to predict"],
    ["datasets import digits train.csv test.csv --target label", "with its own test set"],
    ["datasets import fashion-mnist downloads/fashion", "the four files of a dataset of the catalog"],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const {
      target,
      task,
      input,
      ignore,
      delimiter,
      decimal,
      encoding,
      holdout,
      rescale,
      description,
      license,
    } = flags;
    const source: DataSource = {
      ...filesOf(args.files, cwd),
      ...targetsOf(target),
      task,
      ...(input.length > 0 ? { inputs: input } : {}),
      ignore,
      ...headerOf(flags),
      delimiter,
      decimal,
      encoding,
      holdout,
      holdout_seed: flags["holdout-seed"],
      rescale,
    };
    const dataset = await importDataset({
      name: args.name,
      source,
      folder: cwd,
      ...(description === undefined ? {} : { description }),
      ...(license === undefined ? {} : { license }),
    });
    for (const remark of dataset.remarks ?? []) terminal.note(remark);
    terminal.print(keptText("imported", dataset));
    return EXIT.ok;
  },
});

/** One column may be a class; several are numbers. */
function targetsOf(columns: readonly string[]): DataSource {
  const [target, ...more] = columns;
  if (target === undefined) return {};
  return more.length === 0 ? { target } : { targets: columns };
}

/** Without a word the first row has to look like names. */
function headerOf(flags: { readonly header: boolean; readonly "no-header": boolean }): DataSource {
  if (flags.header && flags["no-header"])
    throw new UsageError("--header and --no-header exclude each other", "leave one of them out");
  return flags.header || flags["no-header"] ? { header: flags.header } : {};
}

/** What the files are: by their endings, and a table where a file has any other. */
function filesOf(files: readonly string[], cwd: string): DataSource {
  const [first = ""] = files;
  const ending = /\.(csv|tsv|tab|txt|dat|data|npy|npz)(\.gz)?$/i.exec(first)?.[1]?.toLowerCase();
  if (files.length === 1 && /\.png$/i.test(first)) return { png: first };
  if (ending === "npy") return { npy: files };
  if (files.length === 1 && ending === "npz") return { npz: first };
  if (ending !== undefined && ending !== "npz") return { csv: files };
  const found = statSync(resolve(cwd, first), { throwIfNoEntry: false });
  if (files.length === 1 && found?.isDirectory()) return { idx: first };
  if (found !== undefined && ending === undefined) return { csv: files };
  throw new UsageError(
    `"${files.join(" ")}" is neither a folder nor files ending in .csv, .npy, .npz or .png`,
    `looked in ${cwd}`,
  );
}
