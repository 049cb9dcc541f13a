import type { Decimal } from "@actbench/core/internal";

const NUMBER: Readonly<Record<Decimal, RegExp>> = {
  ".": /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  ",": /^[+-]?(\d+(,\d*)?|,\d+)([eE][+-]?\d+)?$/,
};

/** The number a cell holds, as f32 can hold it; undefined for anything else: text, nothing, NaN, infinity, `0x10`. */
export function cellNumber(cell: string, decimal: Decimal): number | undefined {
  const text = cell.trim();
  if (!NUMBER[decimal].test(text)) return undefined;
  const value = Math.fround(Number(decimal === "," ? text.replace(",", ".") : text));
  return Number.isFinite(value) ? value : undefined;
}
