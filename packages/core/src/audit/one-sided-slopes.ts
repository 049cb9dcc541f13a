/** Step of the coarsest difference; the finest of a row is 2⁻⁴ of it. */
const STEP = 1 / 512;
const LEVELS = 5;
/** The second row of steps, which confirms the first. */
const FINER = 1 / 64;
/** How far the rows may be apart, relative to slope and value. */
const AGREE = 1e-7;
/** Step of a plain difference, where no extrapolation holds. */
const PLAIN = 1 / 4194304;
/** Spacings at which fifth differences of a smooth function are smaller than its rounding. */
const SPACINGS = [1 / 65536, 1 / 524288] as const;
const SAMPLES = 8;

/** A slope seen from one side, and how far it may be off. */
export interface SideSlope {
  readonly slope: number;
  readonly error: number;
}

/**
 * The slopes of `oneSidedSlopes` at a fifth of the work, without a word on how far they are off: for f that
 * is smooth at its scale.
 */
export function quickSlopes(
  f: (x: number) => number,
  x: number,
  scale = 1,
): readonly [left: number, right: number] {
  const here = f(x);
  const from = (side: 1 | -1): number => extrapolated(differences(f, x, side, here), scale * STEP);
  return [from(-1), from(1)];
}

/**
 * Slopes of f from the left and from the right of x in f64: forward differences at five steps, extrapolated,
 * and again at steps 64 times finer. Where the two rows agree, as far as the rounding of f lets them, f is
 * smooth on that side: the error is about 1e-10 for f of size 1, more where f is the small rest of large
 * terms. Else, as for |x|^1.5 at 0, it is a plain difference, with what it still changes by as its error.
 * `scale` is the length over which f changes, where that is far from 1.
 */
export function oneSidedSlopes(
  f: (x: number) => number,
  x: number,
  scale = 1,
): readonly [left: SideSlope, right: SideSlope] {
  const here = f(x);
  const from = (side: 1 | -1): SideSlope => {
    const difference = differences(f, x, side, here);
    const coarse = extrapolated(difference, scale * STEP);
    const apart = Math.abs(coarse - extrapolated(difference, scale * STEP * FINER));
    const agreed = AGREE * (1 + Math.abs(coarse) + Math.abs(here));
    const noise = roughness((step) => f(x + side * scale * step)) / ((scale * STEP) / (1 << (LEVELS - 1)));
    if (apart <= agreed + noise / FINER) return { slope: coarse, error: Math.min(apart, agreed) + noise };
    const [near, far] = [difference(scale * PLAIN), difference(16 * scale * PLAIN)];
    // One that stands still from near alone says nothing: f is rounded more coarsely than the steps are long.
    const isStill = near === 0 && far === 0 && coarse !== 0;
    return { slope: near, error: isStill ? Number.POSITIVE_INFINITY : 2 * Math.abs(near - far) };
  };
  return [from(-1), from(1)];
}

/** The forward difference by its step. */
function differences(
  f: (x: number) => number,
  x: number,
  side: 1 | -1,
  here: number,
): (step: number) => number {
  return (step) => {
    // The step as the difference of two f64, so that x + h − x is h.
    const there = x + side * step;
    return (f(there) - here) / (there - x);
  };
}

/** The limit of differences at five steps. */
function extrapolated(difference: (step: number) => number, step: number): number {
  let column = Array.from({ length: LEVELS }, (_, level) => difference(step / (1 << level)));
  for (let order = 1; order < LEVELS; order++) {
    const factor = 1 << order;
    column = column.slice(1).map((finer, i) => (factor * finer - (column[i] ?? 0)) / (factor - 1));
  }
  return column[0] ?? Number.NaN;
}

/** The largest fifth difference next to 0: about ten times the rounding of f in f64. */
function roughness(f: (step: number) => number): number {
  const fifths = SPACINGS.flatMap((spacing) => {
    let values = Array.from({ length: SAMPLES }, (_, k) => f(k * spacing));
    for (let order = 0; order < 5; order++)
      values = values.slice(1).map((value, i) => value - (values[i] ?? 0));
    return values.map(Math.abs);
  });
  return Math.max(...fifths);
}
