import { randomInt } from "node:crypto";
import { visibleLine, visibleText } from "@actbench/core/text";
import { createColors } from "picocolors";

type Paint = (text: string) => string;

/** Colors of text; each gives the text with its codes, or as it is. */
export type Colors = Readonly<Record<"bold" | "dim" | "red" | "green" | "yellow" | "cyan", Paint>>;

const ESC = "\u001b";
// Each color code of ours carries this until it is written. No file, server or error can know it, so no code
// of theirs passes for ours. As parameters of the code, four digits each, it has no width for those who
// measure text.
const SEAL = Array.from({ length: 3 }, () => randomInt(1000, 10_000)).join(";");
const SEALED = new RegExp(`(${ESC}\\[${SEAL};\\d+m)`);
const UNSEALED = new RegExp(`${ESC}\\[(\\d+)m`, "g");

/** Colors whose codes {@link writable} lets through; no others that are in their text. */
export function ownColors(enabled: boolean): Colors {
  const { bold, dim, red, green, yellow, cyan } = createColors(enabled);
  const sealed = (paint: Paint): Paint =>
    enabled ? (text) => paint(writable(text)).replace(UNSEALED, `${ESC}[${SEAL};$1m`) : paint;
  return {
    bold: sealed(bold),
    dim: sealed(dim),
    red: sealed(red),
    green: sealed(green),
    yellow: sealed(yellow),
    cyan: sealed(cyan),
  };
}

/**
 * Text as it is written to a terminal: control characters are written out, but for tabs, line ends and our
 * own colors.
 */
export function writable(text: string): string {
  return changed(text, visibleText, (code) => code.replace(`${SEAL};`, ""));
}

/** Foreign text within one of our lines, such as a name from a file: without its line breaks. */
export function oneLine(text: string): string {
  return changed(text, visibleLine, (code) => code);
}

/** Changes what is not ours in one way, and our codes in another. */
function changed(text: string, theirs: Paint, ours: Paint): string {
  return text
    .split(SEALED)
    .map((part, i) => (i % 2 === 0 ? theirs(part) : ours(part)))
    .join("");
}
