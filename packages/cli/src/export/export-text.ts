import { csvText } from "@actbench/core/internal";
import {
  claimsTable,
  type ExportValue,
  effectsTable,
  finalistsTable,
  latexTable,
  markdownTable,
  pointsTable,
  type Run,
} from "@actbench/report";
import { curveTable, type TypedTable, trialColumns, trialColumnTypes, trialRows } from "@actbench/sweep";
import { UsageError } from "../usage-error.js";

/** How a table is written. */
export const FORMATS = ["csv", "jsonl", "parquet", "markdown", "latex"] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** What is written. */
export const TABLES = ["trials", "curves", "points", "effects", "finalists", "claims"] as const;
export type ExportedTable = (typeof TABLES)[number];

const MADE = {
  points: pointsTable,
  effects: effectsTable,
  finalists: finalistsTable,
  claims: claimsTable,
} as const;

/** A table of data, whose columns have types; undefined of one that is for reading. */
export function dataTable({ study, records, speed }: Run, name: ExportedTable): TypedTable | undefined {
  const byId = new Map(records.map((record) => [record.id, record]));
  if (name === "curves") return curveTable(study, byId);
  if (name !== "trials") return undefined;
  const rows = trialRows(study, byId, { speed });
  return { columns: trialColumns(study), types: trialColumnTypes(study), rows };
}

/**
 * A table of a run as text, its last line ended. Throws a `UsageError` for a table that is data and nothing
 * to print.
 */
export function exportText(run: Run, name: ExportedTable, format: Exclude<ExportFormat, "parquet">): string {
  if (name === "trials" || name === "curves") {
    const data = dataTable(run, name);
    if (data !== undefined) return dataText(data, name, format);
    throw new RangeError(`${name} is not a table of data`);
  }
  const made = MADE[name](run);
  switch (format) {
    case "csv":
    case "jsonl":
      return dataText(made, name, format);
    case "markdown":
      return `${markdownTable(made)}\n`;
    case "latex":
      return `${latexTable(made)}\n`;
    default:
      return format satisfies never;
  }
}

interface Data {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExportValue[])[];
}

function dataText({ columns, rows }: Data, name: ExportedTable, format: ExportFormat): string {
  if (format === "csv") return [csvText(columns), ...rows.map(csvText)].join("");
  if (format === "jsonl") return rows.map((row) => `${JSON.stringify(rowObject(columns, row))}\n`).join("");
  throw new UsageError(
    `${name} are data, and ${format} is for reading`,
    "export them as csv, jsonl or parquet, or print --table points",
  );
}

/** A row by its columns; what was not measured is null, so that every row has every key. */
function rowObject(
  columns: readonly string[],
  row: readonly ExportValue[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]));
}
