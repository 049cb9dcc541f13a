const OPEN = "([{";
const CLOSE = ")]}";

/**
 * Splits at commas that stand outside of brackets and quotes; undefined when brackets or quotes do not match.
 */
export function splitTop(text: string): readonly string[] | undefined {
  const parts: string[] = [];
  const expected: string[] = [];
  let quote = "";
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (quote !== "") {
      if (char === "\\" && quote === '"') i += 1;
      else if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (OPEN.includes(char)) expected.push(CLOSE.charAt(OPEN.indexOf(char)));
    else if (CLOSE.includes(char)) {
      if (expected.pop() !== char) return undefined;
    } else if (char === "," && expected.length === 0) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  if (quote !== "" || expected.length > 0) return undefined;
  return [...parts, text.slice(start).trim()];
}
