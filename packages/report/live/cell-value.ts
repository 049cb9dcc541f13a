/** A cell's text as something to sort by: a number where it is one; undefined where nothing was measured. */
export function cellValue(text: string): number | string | undefined {
  if (text === "–" || text === "") return undefined;
  const number = Number(text.replace("−", "-").replace(/^[<>]/, "").replaceAll(",", ""));
  return Number.isNaN(number) ? text : number;
}

/** Orders two values; what is undefined comes last in either direction. */
export function byValue(
  a: number | string | undefined,
  b: number | string | undefined,
  direction: 1 | -1,
): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return (a < b ? -1 : 1) * direction;
}
