import type { ColumnName, Decimal } from "@actbench/core/internal";
import { cellNumber } from "./cell-number.js";
import { keyText } from "./key-text.js";

const MAX_SHOWN = 3;

/**
 * Why the first row looks like data, not like the names of the columns, with the keys to write; undefined
 * where it does not. Numbers are names where they count (`0, 1, 2`), or where they rise beside a target that
 * the row holds.
 */
export function headerProblem(
  cells: readonly string[],
  { targets, decimal }: { readonly targets: readonly ColumnName[]; readonly decimal: Decimal },
): string | undefined {
  const isNumber = (cell: string): boolean => cellNumber(cell, decimal) !== undefined;
  const numbers = cells.flatMap((cell) => cellNumber(cell, decimal) ?? []);
  if (numbers.length === 0 || numbers.length < (cells.length - 1) / 2) return undefined;
  const steps = numbers.slice(1).map((value, i) => value - (numbers[i] ?? 0));
  const [first = 0] = numbers;
  const counts = Number.isInteger(first) && steps.every((step) => step === 1);
  if (counts && (first === 0 || first === 1 || numbers.length >= 3)) return undefined;
  const isNamed = targets.some(
    (target) => typeof target === "string" && !isNumber(target) && cells.includes(target),
  );
  if (isNamed && numbers.length > 1 && steps.every((step) => step > 0)) return undefined;
  const shown = cells.filter(isNumber).slice(0, MAX_SHOWN).join(", ");
  return `row 1 holds numbers (${numbers.length > MAX_SHOWN ? `${shown}, …` : shown}), where the names of the columns are expected: write ${keyText("header", false)}, and the target by its position from 1; or ${keyText("header", true)} if they are names`;
}
