import type { AuditCheck } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";
import { describePoint } from "./describe-point.js";
import { oneSidedSlopes, quickSlopes } from "./one-sided-slopes.js";
import { slopePoints } from "./sample-points.js";
import { type Disagreement, slopeHint } from "./slope-hint.js";

/**
 * Relative to the slope and the value: ten thousand times the error of the differences, a tenth of what f32
 * shows.
 */
const TOLERANCE = 1e-6;

/** Of a step near a kink, so that differences still hold six digits. */
const FINEST = 1 / 64;

/**
 * Slopes against finite differences at thousands of points: right where it lies between the slopes seen from
 * both sides, which are one number where f is smooth. Near a known kink the steps stay on one side of it.
 */
export function checkSlopes(subject: AuditSubject): AuditCheck {
  const points = slopePoints(subject);
  const wrong: Disagreement[] = [];
  let compared = 0;
  let largest = 0;
  let isFlat = true;
  const compare = (
    variable: string,
    point: readonly number[],
    got: number,
    along: (at: number) => number,
    at: number,
    scale: number,
  ): void => {
    const value = along(at);
    const quick = quickSlopes(along, at, scale);
    // What is not finite is the business of the extremes.
    if (![...quick, value].every((side) => Number.isFinite(side))) return;
    compared++;
    if (got !== 0) isFlat = false;
    const size = 1 + Math.abs(value) + Math.min(...quick.map(Math.abs));
    const offFrom = (low: number, high: number): number => Math.max(low - got, got - high, 0) / size;
    const quickly = offFrom(Math.min(...quick), Math.max(...quick));
    if (quickly <= TOLERANCE) {
      largest = Math.max(largest, quickly);
      return;
    }
    const sides = oneSidedSlopes(along, at, scale);
    const low = Math.min(...sides.map(({ slope, error }) => slope - error));
    const high = Math.max(...sides.map(({ slope, error }) => slope + error));
    const off = offFrom(low, high);
    if (!(off <= TOLERANCE)) wrong.push({ variable, point, got, low, high, off });
  };
  for (const point of points) {
    for (const [i, name] of subject.inputNames.entries())
      compare(
        name,
        point,
        subject.slope(point, i),
        (x) => subject.value(point.map((other, j) => (i === j ? x : other))),
        point[i] ?? 0,
        scaleAt(point[i] ?? 0, subject.kinks),
      );
    // sin(a x) turns as fast in a as x is large.
    for (const { name, at, value, slope } of subject.trained)
      compare(name, point, slope(point), (a) => value(point, a), at, 1 / Math.max(1, ...point.map(Math.abs)));
  }
  const [clearest] = [...wrong].sort((a, b) => b.off - a.off);
  if (clearest !== undefined)
    return {
      name: "slope",
      status: "failed",
      message:
        `the slope in ${clearest.variable} at ${describePoint(subject, clearest.point)} is ${clearest.got}; ${expected(clearest)} is expected ` +
        `(finite differences; ${wrong.length} of ${compared} points disagree)`,
      hint: slopeHint(subject, wrong),
    };
  const message = `agrees with finite differences in f64 at ${compared} points, within ${largest.toExponential(0)}`;
  return isFlat
    ? {
        name: "slope",
        status: "note",
        message: `${message}; it is 0 at all of them, so nothing below it learns`,
      }
    : { name: "slope", status: "ok", message };
}

/** At most an eighth of the distance to the next kink, as far as f64 bears it. */
function scaleAt(x: number, kinks: readonly number[]): number {
  const distance = kinks.reduce(
    (least, kink) => Math.min(least, Math.abs(x - kink)),
    Number.POSITIVE_INFINITY,
  );
  return Math.min(1, Math.max(distance * 64, FINEST));
}

function expected({ low, high }: Disagreement): string {
  const show = (x: number): string => `${Number(x.toPrecision(6)) + 0}`;
  return show(low) === show(high) ? show(low) : `${show(low)} to ${show(high)}`;
}
