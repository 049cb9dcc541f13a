/** Distances from a point, relative to it or to 1. */
const GAPS = [1e-4, 1e-6, 1e-8, 1e-10, 1e-12] as const;

/**
 * What a function tends to just left or right of a point, from samples nearer and nearer: ±Infinity where its
 * steps do not become smaller, as beside a pole and for a logarithm, else its value at the nearest.
 */
export function limitBeside(f: (x: number) => number, x: number, side: 1 | -1): number {
  const values = GAPS.map((gap) => f(x + side * gap * Math.max(1, Math.abs(x))));
  const last = values.at(-1) ?? Number.NaN;
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? Number.NaN));
  const grows = steps.every(
    (step, i) =>
      i === 0 || (step * (steps[i - 1] ?? 0) > 0 && Math.abs(step) > 0.9 * Math.abs(steps[i - 1] ?? 0)),
  );
  const size = Math.max(...values.map(Math.abs));
  return grows && Math.abs(last) === size && Math.abs(steps.at(-1) ?? 0) > 1e-3 * (1 + size / 100)
    ? last > 0
      ? Number.POSITIVE_INFINITY
      : Number.NEGATIVE_INFINITY
    : last;
}
