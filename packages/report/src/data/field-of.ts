/** Where a number stands in a record: keys of objects and indices of lists, from the outside in. */
export type Path = readonly (string | number)[];

/**
 * The name that decides a column's precision: the innermost of ours, since a trained parameter's is a user's.
 */
export function fieldOf(path: Path): string {
  if (path[0] === "params") return "params";
  return String(path.findLast((key) => typeof key === "string") ?? "");
}
