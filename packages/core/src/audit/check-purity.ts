import type { AuditCheck } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";
import { describePoint } from "./describe-point.js";

const COUNT = 2001;
/** Coprime to COUNT, so that i · STRIDE mod COUNT visits every point once, out of order. */
const STRIDE = 1009;

/**
 * The same input gives the same bits: twice in order, then out of order with value and slope taking turns.
 */
export function checkPurity(subject: AuditSubject): AuditCheck {
  const points = Array.from({ length: COUNT }, (_, i) =>
    subject.inputNames.map((_, j) => (i - 1000) / 128 + j * 0.25),
  );
  const values = points.map((point) => subject.value(point));
  const again = points.map((point) => subject.value(point));
  const slopes = points.map((point) => subject.slope(point, 0));
  for (let i = 0; i < COUNT; i++) {
    const at = (i * STRIDE) % COUNT;
    const point = points[at] ?? [];
    const slope = subject.slope(point, 0);
    const value = subject.value(point);
    const differs =
      differing("value", values[at], again[at]) ??
      differing("value", values[at], value) ??
      differing("slope", slopes[at], slope);
    if (differs !== undefined)
      return {
        name: "purity",
        status: "failed",
        message: `the ${differs.what} at ${describePoint(subject, point)} is ${differs.first} and later ${differs.later}; the same input must give the same number every time`,
        hint: "keep no state between calls, and use no clock and no random numbers; noise is the formula's own `noise`",
      };
  }
  return { name: "purity", status: "ok", message: `the same bits in any order, at ${COUNT} points` };
}

function differing(what: string, first: number | undefined, later: number | undefined) {
  return Object.is(first, later) ? undefined : { what, first, later };
}
