/**
 * What a terminal, an editor or a spreadsheet would obey instead of show: C0 and C1 controls and DEL, line
 * and paragraph separators, and the characters that reorder what stands around them. Tabs and line ends are
 * left as they are.
 */
const OBEYED = /(?![\t\n]|\r\n)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text with its control characters written as `\u001b`: in JSON the same string, elsewhere readable and
 * harmless.
 */
export function visibleText(text: string): string {
  return text.replace(OBEYED, escaped);
}

/**
 * The same on one line: tabs and line ends are written out too, so that no text can pass for lines of ours.
 */
export function visibleLine(text: string): string {
  return visibleText(text).replace(/[\t\r\n]/g, (found) => ESCAPES[found] ?? escaped(found));
}

const ESCAPES: Readonly<Record<string, string>> = { "\t": "\\t", "\r": "\\r", "\n": "\\n" };

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
