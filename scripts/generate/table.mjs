/** A Markdown table; `rows` hold one text a column. */
export function table(columns, rows) {
  const line = (cells) =>
    `| ${cells.map((text) => text.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)];
}
