export function sortKey(text: string): string | number | undefined;
export function sortedPlaces(
  keys: readonly (string | number | undefined)[],
  direction: 1 | -1,
): readonly number[];
