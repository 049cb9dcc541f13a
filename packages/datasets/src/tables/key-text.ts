import type { DataSource } from "@actbench/core/internal";

/**
 * A key of `dataset` with its value as an error proposes it: in a sweep file, and as a flag of `datasets
 * import`.
 */
export function keyText(key: keyof DataSource, value: string | boolean | readonly string[]): string {
  const flag = key === "inputs" ? "--input" : `--${key.replaceAll("_", "-")}`;
  if (key === "header") return `header: ${String(value)} (${value === false ? "--no-header" : "--header"})`;
  if (typeof value === "boolean") return `${key}: ${String(value)} (${flag})`;
  if (typeof value === "string") return `${key}: ${scalar(value)} (${flag} ${word(value)})`;
  return `${key}: [${value.map(scalar).join(", ")}] (${value.map((one) => `${flag} ${word(one)}`).join(" ")})`;
}

/** As YAML reads it. */
function scalar(text: string): string {
  return /^[A-Za-z][\w.-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|[yn])$/i.test(text)
    ? text
    : JSON.stringify(text);
}

/** As a shell reads it. */
function word(text: string): string {
  if (/^[\w.,/-]+$/.test(text)) return text;
  return text === "\t" ? String.raw`"\t"` : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
