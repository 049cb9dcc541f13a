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
 * Columns and cells that take at most `width` characters a line. Where they take more, columns without a cell
 * go, titles over numbers wrap, then the minor columns go, and at last the longest texts are cut in their
 * middle, so that different ones stay different if that is possible. Numbers are never cut.
 */
export function fitColumns(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): Fitted {
  let kept = columns.map((_, i) => i);
  let titles = columns.map(({ title }) => title);
  const cells = (i: number): readonly string[] => rows.map((row) => row[i] ?? "");
  const content = columns.map((_, i) => Math.max(0, ...cells(i).map(lengthOf)));
  const sizeOf = (i: number): number =>
    Math.max(content[i] ?? 0, ...(titles[i] ?? "").split("\n").map(lengthOf));
  const excess = (): number => kept.reduce((sum, i) => sum + sizeOf(i) + GAP, -GAP) - width;
  if (excess() > 0) kept = kept.filter((i) => (content[i] ?? 0) > 0);
  const saved = (i: number): number =>
    columns[i]?.align === "right"
      ? lengthOf(titles[i] ?? "") - widthOfWrapped(titles[i] ?? "", content[i] ?? 0)
      : 0;
  while (excess() > 0) {
    const [best = -1] = kept.toSorted((a, b) => saved(b) - saved(a));
    if (saved(best) <= 0) break;
    titles = titles.map((title, i) => (i === best ? wrapped(title) : title));
  }
  while (excess() > 0) {
    const going = kept
      .filter((i) => columns[i]?.minor !== undefined)
      .toSorted((a, b) => (columns[a]?.minor ?? 0) - (columns[b]?.minor ?? 0))
      .at(-1);
    if (going === undefined) break;
    kept = kept.filter((i) => i !== going);
  }
  const texts = kept.filter((i) => columns[i]?.align !== "right");
  const sizes = cutSizes(new Map(texts.map((i) => [i, sizeOf(i)])), excess());
  const shown = new Map(kept.map((i) => [i, cutAlike(cells(i), sizes.get(i) ?? sizeOf(i))]));
  return {
    columns: kept.flatMap((i) => {
      const column = columns[i];
      return column === undefined ? [] : { ...column, title: titles[i] ?? "" };
    }),
    rows: rows.map((_, row) => kept.map((i) => shown.get(i)?.[row] ?? "")),
  };
}

/** A title over two lines, as even as its blanks allow. */
function wrapped(title: string): string {
  const blanks = [...title.matchAll(/ /g)].map(({ index }) => index);
  const longer = (at: number): number => Math.max(at, title.length - at - 1);
  const [best] = blanks.toSorted((a, b) => longer(a) - longer(b));
  return best === undefined ? title : `${title.slice(0, best)}\n${title.slice(best + 1)}`;
}

/** The width of a column whose title is wrapped; a title is wrapped once. */
function widthOfWrapped(title: string, content: number): number {
  if (title.includes("\n")) return lengthOf(title);
  return Math.max(content, ...wrapped(title).split("\n").map(lengthOf));
}

/** Sizes that are `excess` smaller together, the largest reduced first. */
function cutSizes(sizes: ReadonlyMap<number, number>, excess: number): ReadonlyMap<number, number> {
  const left = new Map(sizes);
  for (let over = excess; over > 0; ) {
    const [[longest, now] = [-1, 0], [, second] = [-1, 0]] = [...left].toSorted(([, a], [, b]) => b - a);
    if (now <= MIN_CUT) break;
    const next = Math.max(now - over, Math.min(second, now - 1), MIN_CUT);
    left.set(longest, next);
    over -= now - next;
  }
  return left;
}

/** Texts of at most `length` characters, cut where different ones stay different, or in the middle. */
function cutAlike(texts: readonly string[], length: number): readonly string[] {
  if (texts.every((text) => lengthOf(text) <= length)) return texts;
  const middle = Math.floor((length - 1) / 2);
  const ends = Array.from({ length }, (_, end) => end).sort(
    (a, b) => Math.abs(a - middle) - Math.abs(b - middle),
  );
  const cut = (end: number): readonly string[] => texts.map((text) => cutMiddle(text, length, end));
  const all = new Set(texts.map(stripVTControlCharacters)).size;
  const end = ends.find((one) => new Set(cut(one).map(stripVTControlCharacters)).size === all);
  return cut(end ?? middle);
}

/**
 * A text of at most `length` characters: its start, …, and `end` of its last. Colors of a text that is cut
 * go.
 */
export function cutMiddle(text: string, length: number, end = Math.floor((length - 1) / 2)): string {
  if (lengthOf(text) <= length) return text;
  const signs = [...stripVTControlCharacters(text)];
  return `${signs.slice(0, length - 1 - end).join("")}…${end > 0 ? signs.slice(-end).join("") : ""}`;
}

function lengthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
