import { resolve } from "node:path";
import type { Run } from "@actbench/report";
import { defineCommand } from "../command/command.js";
import { choiceFlag, textFlag } from "../command/flag.js";
import { positional } from "../command/positional.js";
import { dataTable, type ExportedTable, exportText, FORMATS, TABLES } from "../export/export-text.js";
import { parquetBytes } from "../export/parquet-bytes.js";
import { damageCode, loadRun } from "../runs/load-runs.js";
import { lookAt } from "../runs/look-at.js";
import { outFlag, outFolder } from "../runs/out-flag.js";
import { replaceFile } from "../runs/replace-file.js";
import { shownPath } from "../terminal/shown-path.js";
import { UsageError } from "../usage-error.js";

/** `actbench export RUN` */
export const exportRun = defineCommand({
  positionals: { run: positional("one", "run: a folder, a report page, or the start of a name under --out") },
  flags: {
    format: choiceFlag("output format; default: csv", FORMATS),
    table: choiceFlag(
      "table to export; default: trials for data formats, points for Markdown and LaTeX",
      TABLES,
    ),
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
      "export quickstart --table effects --format jsonl",
      "differences from the baseline with tests and verdicts",
    ],
  ],
  run: async ({ args, flags, terminal, cwd }) => {
    const loaded = await loadRun(args.run, { cwd, out: outFolder(cwd, flags.out) }, terminal);
    const format = flags.format ?? "csv";
    const table = flags.table ?? (format === "markdown" || format === "latex" ? "points" : "trials");
    const shows = table === "effects" || table === "claims";
    const run = shows ? lookAt(loaded, { command: "export", note: terminal.note }) : loaded;
    const content =
      format === "parquet" ? await parquetOf(run, table, flags.output) : exportText(run, table, format);
    if (flags.output === undefined) terminal.print(String(content).replace(/\n$/, ""));
    else {
      const file = resolve(cwd, flags.output);
      replaceFile(file, content);
      terminal.print(shownPath(file, cwd));
    }
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
    throw new UsageError("a Parquet file is no text", `name a file: -o ${table}.parquet`);
  return parquetBytes(data);
}
