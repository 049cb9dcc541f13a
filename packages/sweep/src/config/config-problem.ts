/** One thing wrong in a sweep file or an override, with its place and, where known, the way out. */
export interface ConfigProblem {
  /** The file as the user named it, or the text of the override. */
  readonly place: string;
  /** 1-based; absent for overrides. */
  readonly line?: number;
  readonly column?: number;
  /** The setting or key, for example `train.lr`. */
  readonly path: string;
  readonly message: string;
  readonly hint?: string;
}

/** A problem as one line of text: `place:line:column: path: message (hint)`. */
export function formatProblem(problem: ConfigProblem): string {
  const { place, line, column, path, message, hint } = problem;
  const where = line === undefined ? place : `${place}:${line}:${column ?? 1}`;
  const what = path === "" ? message : `${path}: ${message}`;
  return hint === undefined ? `${where}: ${what}` : `${where}: ${what} (${hint})`;
}
