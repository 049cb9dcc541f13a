/**
 * A stretch of x, mostly of a few f64, in which a point lies; of one number where the point is known exactly.
 */
export interface Sliver {
  readonly low: number;
  readonly high: number;
}

/** Slivers from left to right, those that touch as one. */
export function joined(slivers: readonly Sliver[]): Sliver[] {
  const all: { low: number; high: number }[] = [];
  for (const { low, high } of [...slivers].sort((a, b) => a.low - b.low || a.high - b.high)) {
    const last = all.at(-1);
    if (last && low <= last.high) last.high = Math.max(last.high, high);
    else all.push({ low, high });
  }
  return all;
}

/** The number in a sliver that is written with the fewest digits: 0, 4, 0.1, else its middle. */
export function simplest({ low, high }: Sliver): number {
  if (low <= 0 && high >= 0) return 0;
  const middle = low + (high - low) / 2;
  for (let digits = 1; digits <= 16; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (short >= low && short <= high) return short;
  }
  return middle;
}
