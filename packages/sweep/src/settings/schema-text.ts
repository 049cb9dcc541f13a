import type { JsonSchema } from "./point-json-schema.js";

const WIDTH = 110;

/** A schema as the text of a file: whatever fits stands on one line, which makes a third of its length. */
export function schemaText(schema: JsonSchema): string {
  return `${written(schema, "")}\n`;
}

function written(value: unknown, indent: string): string {
  const line = JSON.stringify(value);
  if (indent.length + line.length <= WIDTH || typeof value !== "object" || value === null) return line;
  const inner = `${indent} `;
  const isList = Array.isArray(value);
  const parts = isList
    ? inLines(value, inner)
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${written(one, inner)}`);
  const [open, close] = isList ? "[]" : "{}";
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(",\n")}\n${indent}${close}`;
}

/** Items of a list; words as many on a line as fit. */
function inLines(items: readonly unknown[], indent: string): readonly string[] {
  if (!items.every((item) => typeof item === "string")) return items.map((item) => written(item, indent));
  const lines: string[] = [];
  for (const word of items.map((item) => JSON.stringify(item))) {
    const last = lines.at(-1);
    if (last !== undefined && indent.length + last.length + word.length + 2 <= WIDTH)
      lines[lines.length - 1] = `${last}, ${word}`;
    else lines.push(word);
  }
  return lines;
}
