/** Picks at most `limit` evenly spaced items, including the first and last. */
export function spreadOver<T>(items: readonly T[], limit: number): readonly T[] {
  if (items.length <= limit) return items;
  const stride = (items.length - 1) / (limit - 1);
  return Array.from({ length: limit }, (_, i) => items[Math.round(i * stride)]).filter(
    (item) => item !== undefined,
  );
}
