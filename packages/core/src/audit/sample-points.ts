import type { AuditSubject } from "./audit-subject.js";

/**
 * Pre-activations beyond this are those of a network that has diverged; none but 0 is smaller than the other.
 */
export const ORDINARY = 1e4;
const SMALLEST = 1e-30;

/** Whether a point may be met in a training. */
export function isOrdinary(point: readonly number[]): boolean {
  return point.every((x) => x === 0 || (Math.abs(x) >= SMALLEST && Math.abs(x) <= ORDINARY));
}

/**
 * Where naive formulas break in f32: exp overflows at 88.7, its square at 44.4; and where f32 itself ends.
 */
const EDGES = [1e-30, 1e-8, 1e-4, 20, 44, 45, 88, 89, 104, 1e3, 1e4, 1e6, 1e10, 1e19, 1e30] as const;

/** Points of an audit's finite differences: a dense grid, and ever nearer to each kink. */
export function slopePoints({ inputs, kinks }: AuditSubject): readonly (readonly number[])[] {
  if (inputs > 1) return pairs(inputs, range(-6, 6, 0.3125));
  const dense = range(-12, 12, 1 / 128);
  const far = [16, 24, 32, 50, 100, 300, 1000].flatMap((x) => [x, -x]);
  const near = kinks.flatMap((kink) => {
    const size = Math.max(1, Math.abs(kink));
    return Array.from({ length: 30 }, (_, i) => size / (1 << i)).flatMap((gap) => [kink - gap, kink + gap]);
  });
  return [...dense, ...far, ...near].filter((x) => !kinks.includes(x)).map((x) => [x]);
}

/**
 * Points at which value and slopes must be numbers: all whole numbers to ±200, ±1e30, zeros of both signs.
 */
export function extremePoints(inputs: number): readonly (readonly number[])[] {
  const edges = [0, -0, ...EDGES.flatMap((x) => [x, -x])];
  if (inputs > 1) return pairs(inputs, edges);
  return [...edges, ...range(-200, 200, 0.5)].map((x) => [x]);
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}

/** All pairs for the first two inputs; further ones follow the second, slightly apart. */
function pairs(inputs: number, values: readonly number[]): number[][] {
  return values.flatMap((a) =>
    values.map((b) => Array.from({ length: inputs }, (_, i) => (i === 0 ? a : b + (i - 0.5) * 0.01))),
  );
}
