import type { Decimal } from "@actbench/core/internal";

const NUMBER: Readonly<Record<Decimal, RegExp>> = {
  ".": /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  ",": /^[+-]?(\d+(,\d*)?|,\d+)([eE][+-]?\d+)?$/,
};

/**
 * The number a cell holds, as f32 can hold it; undefined for anything else: text, nothing, NaN, infinity,
 * `0x10`.
 */
export function cellNumber(cell: string, decimal: Decimal): number | undefined {
  const value = cellValue(cell, decimal);
  return value === undefined ? undefined : Math.fround(value);
}

/** The same as f64; what f32 cannot hold is no number either. */
export function cellValue(cell: string, decimal: Decimal): number | undefined {
  const text = cell.trim();
  if (!NUMBER[decimal].test(text)) return undefined;
  const value = Number(decimal === "," ? text.replace(",", ".") : text);
  return Number.isFinite(Math.fround(value)) ? value : undefined;
}
