/** At most `limit` of a trial's epochs, evenly spread, the first and the last among them. */
export function framesOf(epochs: number, limit: number): readonly number[] {
  const frames = Math.min(limit, epochs + 1);
  return [
    ...new Set(Array.from({ length: frames }, (_, i) => Math.round((epochs * i) / Math.max(1, frames - 1)))),
  ];
}
