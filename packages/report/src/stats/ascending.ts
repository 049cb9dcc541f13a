/** Values with their places in the list given, the smallest first. */
export function ascending(
  values: readonly number[],
): readonly { readonly value: number; readonly at: number }[] {
  return values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
}
