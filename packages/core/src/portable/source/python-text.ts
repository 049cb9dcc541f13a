/** Lines as a docstring, which no text of theirs can end. */
export function docstring(lines: readonly string[], indent: string): readonly string[] {
  const safe = lines.map((line) => line.replaceAll("\\", "\\\\").replaceAll('"', "'"));
  return [...safe.map((line, i) => `${indent}${i === 0 ? '"""' : ""}${line}`.trimEnd()), `${indent}"""`];
}
