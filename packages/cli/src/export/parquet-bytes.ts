import type { ColumnType, TypedTable } from "@actbench/sweep";
import { UsageError } from "../usage-error.js";

/** The package that writes Parquet. actbench does not depend on it: few runs are read so. */
const PACKAGE = "hyparquet-writer";
const WRITER_VERSION = "0.17.0";

/** Numbers are 64-bit floats and integers whatever a run's values are, so that runs have one schema. */
const TYPES = { text: "STRING", whole: "INT64", number: "DOUBLE" } as const;

/**
 * A table as an Apache Parquet file, each column of its type. What was not measured is null; so is what is
 * not finite, since readers disagree on where NaN stands in comparisons.
 */
export async function parquetBytes({ columns, types, rows }: TypedTable): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await loadWriter();
  const columnData = columns.map((name, i) => {
    const type = types[i] ?? "text";
    return { name, type: TYPES[type], nullable: true, data: rows.map((row) => cell(row[i], type)) };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "actbench" }));
}

function cell(value: string | number | undefined, type: ColumnType): string | number | bigint | null {
  if (value === undefined) return null;
  if (type === "text") return String(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  return type === "whole" ? BigInt(number) : number;
}

async function loadWriter(): Promise<typeof import("hyparquet-writer")> {
  try {
    return await import("hyparquet-writer");
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
    if (!isMissing || !error.message.includes(PACKAGE)) throw error;
    throw new UsageError(
      `--format parquet needs the package ${PACKAGE}, which is not installed`,
      `install it beside actbench: npm install ${PACKAGE}@${WRITER_VERSION} (with -g where actbench is installed so)`,
    );
  }
}
