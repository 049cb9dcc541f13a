import { ReportDataError } from "./report-data-error.js";
import { readInts, writeInts } from "./varint.js";

const BASE = 36;

/** A text of digits of base 36 as digits and how often each comes in a row, for most of a plane is alike. */
export function writeCellRuns(digits: string): string {
  const runs = digits.match(/(.)\1*/g) ?? [];
  return writeInts(runs.flatMap((run) => [Number.parseInt(run.charAt(0), BASE), run.length]));
}

/** The digits of such a text; checks their number. */
export function readCellRuns(text: string, count: number): string {
  const numbers = readInts(text);
  if (numbers === undefined || numbers.length % 2 !== 0)
    throw new ReportDataError("the cells of a plane are damaged");
  let digits = "";
  for (let i = 0; i < numbers.length; i += 2) {
    const [digit = -1, length = 0] = numbers.slice(i, i + 2);
    if (digit < 0 || digit >= BASE || length < 1 || digits.length + length > count)
      throw new ReportDataError(`the cells of a plane are not ${count}`);
    digits += digit.toString(BASE).repeat(length);
  }
  if (digits.length !== count) throw new ReportDataError(`${digits.length} cells of a plane, not ${count}`);
  return digits;
}
