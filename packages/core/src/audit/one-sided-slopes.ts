/** Step of the coarsest difference; the finest is 2⁻⁴ of it. */
const STEP = 1 / 512;
const LEVELS = 5;

/**
 * Slopes of f from the left and from the right of x in f64: forward differences at five steps, extrapolated.
 * Error about 1e-10 for smooth f of size 1; where f jumps the sides are far apart. `scale` is the length over which f
 * changes, where that is far from 1.
 */
export function oneSidedSlopes(
  f: (x: number) => number,
  x: number,
  scale = 1,
): readonly [left: number, right: number] {
  const here = f(x);
  const from = (side: 1 | -1): number => {
    let column = Array.from({ length: LEVELS }, (_, level) => {
      // The step as the difference of two f64, so that x + h − x is h.
      const there = x + (side * scale * STEP) / (1 << level);
      return (f(there) - here) / (there - x);
    });
    for (let order = 1; order < LEVELS; order++) {
      const factor = 1 << order;
      column = column.slice(1).map((finer, i) => (factor * finer - (column[i] ?? 0)) / (factor - 1));
    }
    return column[0] ?? Number.NaN;
  };
  return [from(-1), from(1)];
}
