import { stripVTControlCharacters } from "node:util";
import type { Column } from "./column.js";

/** Characters between two columns. */
export const GAP = 2;
/** A text is cut to no fewer characters. */
const MIN_CUT = 12;

interface Fitted {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Columns and cells that take at most `width` characters a line. First the minor columns go; then the longest
 * texts are cut in their middle. Numbers are never cut.
 */
export function fitColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): Fitted {
  let kept = columns.map((_, i) => i);
  const size = (i: number): number =>
    Math.max(lengthOf(columns[i]?.title ?? ""), ...rows.map((row) => lengthOf(row[i] ?? "")));
  const sizes = columns.map((_, i) => size(i));
  const total = (): number => kept.reduce((sum, i) => sum + (sizes[i] ?? 0), GAP * (kept.length - 1));
  while (total() > width) {
    const going = kept
      .filter((i) => columns[i]?.minor !== undefined)
      .toSorted((a, b) => (columns[a]?.minor ?? 0) - (columns[b]?.minor ?? 0))
      .at(-1);
    if (going === undefined) break;
    kept = kept.filter((i) => i !== going);
  }
  const texts = kept.filter((i) => columns[i]?.align !== "right");
  for (let over = total() - width; over > 0; ) {
    const [longest = -1] = texts.toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
    const second = Math.max(MIN_CUT, ...texts.filter((i) => i !== longest).map((i) => sizes[i] ?? 0));
    const now = sizes[longest] ?? 0;
    if (now <= MIN_CUT) break;
    const next = Math.max(now - over, Math.min(second, now - 1), MIN_CUT);
    sizes[longest] = next;
    over -= now - next;
  }
  return {
    columns: kept.flatMap((i) => columns[i] ?? []),
    rows: rows.map((row) => kept.map((i) => cutMiddle(row[i] ?? "", sizes[i] ?? 0))),
  };
}

/** A text of at most `length` characters: its start, …, and its end. Colors of a text that is cut go. */
export function cutMiddle(text: string, length: number): string {
  if (lengthOf(text) <= length) return text;
  const signs = [...stripVTControlCharacters(text)];
  const end = Math.floor((length - 1) / 2);
  return `${signs.slice(0, length - 1 - end).join("")}…${end > 0 ? signs.slice(-end).join("") : ""}`;
}

function lengthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
