/** At most so many of a list's items, evenly spread over it, the first and the last among them. */
export function spreadOver<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const stride = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => items[Math.round(i * stride)]).filter(
    (item) => item !== undefined,
  );
}
