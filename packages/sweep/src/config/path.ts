/** The way to a value in a sweep file: keys and list indexes from the root. */
export type Path = readonly (string | number)[];

/** A path as a reader writes it: `parameters.train.lr.values[2]`. */
export function formatPath(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text === "" ? part : `${text}.${part}`),
    "",
  );
}
