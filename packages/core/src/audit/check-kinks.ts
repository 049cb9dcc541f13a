import type { AuditCheck } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";
import { oneSidedSlopes, type SideSlope } from "./one-sided-slopes.js";

const TOLERANCE = 1e-6;

/**
 * The slope at each known kink: the declared side's, or with PyTorch's convention any from left to right.
 * What PyTorch's autograd gives a formula at a point may lie outside, as 0 for sign(x) * log(1 + abs(x)) at
 * 0: that is a note.
 */
export function checkKinks({ inputs, kinks, at_kink, derived, value, slope }: AuditSubject): AuditCheck {
  if (inputs > 1)
    return { name: "kinks", status: "skipped", message: "kinks of gated units lie on lines, not at points" };
  const notes: string[] = [];
  let outside = false;
  for (const x of kinks) {
    const [left, right] = oneSidedSlopes((at) => value([at]), x);
    const got = slope([x], 0);
    // Of a slope without a limit the poles tell.
    if (![left, right].every(hasLimit)) {
      notes.push(`${x}: no slope from one side`);
      continue;
    }
    if (jumps((at) => value([at]), x)) {
      notes.push(`${x}: the value jumps, slope ${got}`);
      if (!Number.isNaN(got)) continue;
    }
    // No pre-activation, which is f32, is at another point: there either side will do.
    const [low, high] = allowed(Math.fround(x) === x ? at_kink : "torch", left.slope, right.slope);
    const slack = TOLERANCE * (1 + Math.abs(low) + Math.abs(high)) + left.error + right.error;
    if (got >= low - slack && got <= high + slack) {
      notes.push(`${x}: slope ${show(got)}`);
      continue;
    }
    const sides = `${show(left.slope)} from the left, ${show(right.slope)} from the right`;
    if (!derived || at_kink !== "torch" || Number.isNaN(got))
      return {
        name: "kinks",
        status: "failed",
        message: `the slope at the kink x = ${x} is ${got}; ${expected(low, high)} is expected (${sides}, at_kink: ${at_kink})`,
        hint: "give the slope of one side there, or their mean, and declare it as at_kink",
      };
    outside = true;
    notes.push(`${x}: slope ${show(got)} at the point itself, as PyTorch gives this formula, ${sides}`);
  }
  const message = notes.length === 0 ? "none known" : `at ${notes.join("; at ")} (at_kink: ${at_kink})`;
  return outside
    ? { name: "kinks", status: "note", message, hint: "at_kink: mean uses the mean of the sides instead" }
    : { name: "kinks", status: "ok", message };
}

function hasLimit({ slope, error }: SideSlope): boolean {
  return Number.isFinite(slope) && error <= 0.5 * (1 + Math.abs(slope));
}

function allowed(at_kink: AuditSubject["at_kink"], left: number, right: number): readonly [number, number] {
  switch (at_kink) {
    case "left":
      return [left, left];
    case "right":
      return [right, right];
    case "mean":
      return [(left + right) / 2, (left + right) / 2];
    case "torch":
      return [Math.min(left, right), Math.max(left, right)];
    default:
      return at_kink satisfies never;
  }
}

/** Whether the value itself differs on both sides, so that no slope is right. */
function jumps(f: (x: number) => number, x: number): boolean {
  const gap = 1e-12 * (1 + Math.abs(x));
  return Math.abs(f(x + gap) - f(x - gap)) > 1e-8 * (1 + Math.abs(f(x)));
}

function expected(low: number, high: number): string {
  return show(low) === show(high) ? show(low) : `a slope from ${show(low)} to ${show(high)}`;
}

function show(x: number): string {
  return `${Number(x.toPrecision(7)) + 0}`;
}
