import { resolve } from "node:path";
import { FIGURE_NAMES, FIGURE_STYLES, type Run } from "@actbench/report";
import { defineCommand } from "../command/command.js";
import { choiceFlag, textFlag } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { dataTable, type ExportedTable, exportText, FORMATS, TABLES } from "../export/export-text.js";
import { figureFile } from "../export/figure-file.js";
import { millimetersFlag } from "../export/millimeters-flag.js";
import { parquetBytes } from "../export/parquet-bytes.js";
import { damageCode, loadRun } from "../runs/load-runs.js";
import { lookAt } from "../runs/look-at.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { replaceFile } from "../runs/replace-file.js";
import { withRegions } from "../runs/with-regions.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";

const FIGURE_FORMATS = ["svg", "png"] as const;

/** `actbench export RUN` */
export const exportRun = defineCommand({
  positionals: { run: positional("one", "run: a folder, a report page, or the start of a name under --out") },
  flags: {
    format: choiceFlag("output format; default: csv, for a figure svg", [...FORMATS, ...FIGURE_FORMATS]),
    table: choiceFlag(
      "table to export; default: trials for data formats, points for Markdown and LaTeX",
      TABLES,
    ),
    figure: choiceFlag("chart to export instead of a table", FIGURE_NAMES),
    width: millimetersFlag("width of a figure; default: 170mm"),
    style: choiceFlag("style of a figure: larger words for slides; default: paper", FIGURE_STYLES),
    output: textFlag("output file; default: stdout", "FILE", "o"),
    out: outFlag,
  },
  examples: [
    ["export quickstart", "every trial, the columns of results.csv"],
    [
      "export quickstart --table curves -o curves.parquet --format parquet",
      "one row per epoch of each trial",
    ],
    ["export quickstart --format latex", "ranked configurations, as a table for a paper"],
    [
      "export quickstart --figure forest --width 85mm -o forest.svg",
      "the verdicts as a figure of one column",
    ],
    [
      "export quickstart --table effects --format jsonl",
      "differences from the baseline with tests and verdicts",
    ],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const loaded = await loadRun(args.run, { cwd, out: outFolder(cwd, flags.out) }, terminal);
    const write = (content: string | Uint8Array): void => {
      if (flags.output === undefined) {
        // A table without rows, as lines of JSON, is no line.
        if (content !== "") terminal.print(String(content).replace(/\n$/, ""));
      } else {
        const file = resolve(cwd, flags.output);
        replaceFile(file, content);
        terminal.print(shownPath(file, cwd));
      }
    };
    if (flags.figure !== undefined) {
      const { figure, format = "svg", width = 170, style = "paper", output } = flags;
      if (format !== "svg" && format !== "png")
        throw new UsageError(
          `--format ${format} writes tables, and --figure ${figure} is a chart`,
          "write it as svg or png",
        );
      if (output === undefined && format === "png")
        throw new UsageError("a PNG file is not text", `name a file: -o ${figure}.png`);
      const looked = lookAt(loaded, { command: "export", note: terminal.note });
      const run = figure === "regions" ? await withRegions(looked, terminal.note) : looked;
      write(await figureFile(run, { figure, width, style, format, note: terminal.note }));
      return damageCode([loaded]);
    }
    const format = flags.format ?? "csv";
    if (format === "svg" || format === "png")
      throw new UsageError(
        `--format ${format} is for charts`,
        `name one: --figure ${FIGURE_NAMES.join("|")}`,
      );
    const table = flags.table ?? (format === "markdown" || format === "latex" ? "points" : "trials");
    const shows = table === "effects" || table === "finalists" || table === "claims";
    const run = shows ? lookAt(loaded, { command: "export", note: terminal.note }) : loaded;
    const content =
      format === "parquet" ? await parquetOf(run, table, flags.output) : exportText(run, table, format);
    write(content);
    return damageCode([loaded]);
  },
});

async function parquetOf(run: Run, table: ExportedTable, output: string | undefined): Promise<Uint8Array> {
  const data = dataTable(run, table);
  if (data === undefined)
    throw new UsageError(
      `--format parquet writes the tables trials and curves, whose columns have one type in every run; not ${table}`,
      `export ${table} as csv or jsonl`,
    );
  if (output === undefined)
    throw new UsageError("a Parquet file is not text", `name a file: -o ${table}.parquet`);
  return parquetBytes(data);
}
