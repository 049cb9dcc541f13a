import type { AuditCheck } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";
import { oneSidedSlopes } from "./one-sided-slopes.js";

const TOLERANCE = 1e-6;

/** The slope at each known kink: the declared side's, or with PyTorch's convention any from left to right. */
export function checkKinks({ inputs, kinks, at_kink, value, slope }: AuditSubject): AuditCheck {
  if (inputs > 1)
    return { name: "kinks", status: "skipped", message: "kinks of gated units lie on lines, not at points" };
  const notes: string[] = [];
  for (const x of kinks) {
    const [left, right] = oneSidedSlopes((at) => value([at]), x);
    const got = slope([x], 0);
    if (jumps((at) => value([at]), x)) {
      notes.push(`${x}: the value jumps, slope ${got}`);
      if (!Number.isNaN(got)) continue;
    }
    const [low, high] = allowed(at_kink, left, right);
    const slack = TOLERANCE * (1 + Math.abs(low) + Math.abs(high));
    if (!(got >= low - slack && got <= high + slack))
      return {
        name: "kinks",
        status: "failed",
        message:
          `the slope at the kink x = ${x} is ${got}; ${expected(low, high)} is expected ` +
          `(${show(left)} from the left, ${show(right)} from the right, at_kink: ${at_kink})`,
        hint: "give the slope of one side there, or their mean, and declare which as at_kink",
      };
    notes.push(`${x}: slope ${show(got)}`);
  }
  const message = notes.length === 0 ? "none known" : `at ${notes.join("; at ")} (at_kink: ${at_kink})`;
  return { name: "kinks", status: "ok", message };
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
