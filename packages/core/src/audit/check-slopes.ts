import type { AuditCheck } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";
import { describePoint } from "./describe-point.js";
import { GUARD_HINT } from "./guard-hint.js";
import { oneSidedSlopes } from "./one-sided-slopes.js";
import { slopePoints } from "./sample-points.js";

/** Relative to the slope and the value: ten thousand times the error of the differences, a tenth of what f32 shows. */
const TOLERANCE = 1e-6;

interface Disagreement {
  readonly variable: string;
  readonly where: string;
  readonly got: number;
  readonly low: number;
  readonly high: number;
  /** How far outside, relative to slope and value. */
  readonly off: number;
}

/**
 * Slopes against finite differences at thousands of points: right where it lies between the slopes seen from both
 * sides, which are one number where f is smooth.
 */
export function checkSlopes(subject: AuditSubject): AuditCheck {
  const points = slopePoints(subject);
  const wrong: Disagreement[] = [];
  let compared = 0;
  let largest = 0;
  const compare = (
    variable: string,
    point: readonly number[],
    got: number,
    along: (at: number) => number,
    at: number,
    scale = 1,
  ): void => {
    const [left, right] = oneSidedSlopes(along, at, scale);
    const value = along(at);
    // What is not finite is the business of the extremes.
    if (![left, right, value].every((side) => Number.isFinite(side))) return;
    compared++;
    const [low, high] = [Math.min(left, right), Math.max(left, right)];
    const size = 1 + Math.abs(value) + Math.min(Math.abs(low), Math.abs(high));
    const off = Math.max(low - got, got - high, 0) / size;
    if (off <= TOLERANCE) largest = Math.max(largest, off);
    else wrong.push({ variable, where: describePoint(subject, point), got, low, high, off });
  };
  for (const point of points) {
    for (const [i, name] of subject.inputNames.entries())
      compare(
        name,
        point,
        subject.slope(point, i),
        (x) => subject.value(point.map((other, j) => (i === j ? x : other))),
        point[i] ?? 0,
      );
    // sin(a x) turns as fast in a as x is large.
    for (const { name, at, value, slope } of subject.trained)
      compare(name, point, slope(point), (a) => value(point, a), at, 1 / Math.max(1, ...point.map(Math.abs)));
  }
  const [clearest] = [...wrong].sort((a, b) => b.off - a.off);
  if (clearest === undefined)
    return {
      name: "slope",
      status: "ok",
      message: `agrees with finite differences in f64 at ${compared} points, within ${largest.toExponential(0)}`,
    };
  return {
    name: "slope",
    status: "failed",
    message:
      `the slope in ${clearest.variable} at ${clearest.where} is ${clearest.got}; ${expected(clearest)} is expected ` +
      `(finite differences; ${wrong.length} of ${compared} points disagree)`,
    hint: hintFor(wrong),
  };
}

function hintFor(wrong: readonly Disagreement[]): string {
  if (wrong.every(({ got }) => Number.isNaN(got))) return GUARD_HINT;
  if (wrong.every(hasWrongSign)) return "its sign is wrong: turn it around";
  return "derive the slope anew, or give a formula and let it be derived";
}

function expected({ low, high }: Disagreement): string {
  const show = (x: number): string => `${Number(x.toPrecision(6)) + 0}`;
  return show(low) === show(high) ? show(low) : `${show(low)} to ${show(high)}`;
}

function hasWrongSign({ got, low, high }: Disagreement): boolean {
  return -got >= low - TOLERANCE * (1 + Math.abs(low)) && -got <= high + TOLERANCE * (1 + Math.abs(high));
}
