/**
 * What a cell of a table is sorted by: the number that it begins with (`+0.12 [−0.03, +0.27]`, `3 of 12`),
 * else its text. Cells without a value come last in both directions.
 */
export function sortKey(text) {
  const words = text.trim();
  if (words === "" || words === "–") return undefined;
  const [number] = /^[+−-]?\d[\d,]*(?:\.\d+)?/.exec(words) ?? [];
  return number === undefined ? words.toLowerCase() : Number(number.replaceAll(",", "").replace("−", "-"));
}

/** Places of rows in the order of their keys; equal ones keep theirs. */
export function sortedPlaces(keys, direction) {
  return keys
    .map((key, place) => ({ key, place }))
    .sort((a, b) => {
      if (a.key === undefined || b.key === undefined)
        return Number(a.key === undefined) - Number(b.key === undefined) || a.place - b.place;
      const numbers = typeof a.key === "number" && typeof b.key === "number";
      const order = numbers ? a.key - b.key : `${a.key}` < `${b.key}` ? -1 : `${a.key}` > `${b.key}` ? 1 : 0;
      return direction * order || a.place - b.place;
    })
    .map(({ place }) => place);
}
