import type { AuditCheck, AuditCheckName } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";
import { describePoint } from "./describe-point.js";
import { POLE_HINT } from "./guard-hint.js";

const REACH = 50;
const STEP = 1 / 64;
/** Distances from a place, relative to 1 + |x|, each a hundredth of the one before. */
const DISTANCES = [1e-4, 1e-6, 1e-8, 1e-10] as const;
/** At a pole of order p sizes grow by 100ᵖ from one distance to the next; a steep slope stops growing. */
const GROWS = 2;
/** Inputs besides the one that is followed. */
const OTHER = 0.7;

/**
 * Value and slope stay bounded near every x from −50 to 50. Places looked at: what the formula divides by and
 * takes logarithms of, and wherever a size peaks on a grid. Of several inputs each is followed with the
 * others at 0.7.
 */
export function checkPoles(
  subject: AuditSubject,
  { name = "poles", setting = "" }: { readonly name?: AuditCheckName; readonly setting?: string } = {},
): AuditCheck {
  for (const i of subject.inputNames.keys()) {
    const at = (x: number): readonly number[] => subject.inputNames.map((_, j) => (i === j ? x : OTHER));
    const functions = [
      ["value", (x: number) => Math.abs(subject.value(at(x)))],
      [`slope in ${subject.inputNames[i]}`, (x: number) => Math.abs(subject.slope(at(x), i))],
    ] as const;
    for (const [what, size] of functions)
      for (const x of [...subject.suspects, ...peaks(size)].sort((a, b) => Math.abs(a) - Math.abs(b)))
        if (isPole(size, x))
          return {
            name,
            status: "failed",
            message:
              `the ${what} grows without bound at ${describePoint(subject, at(Number(x.toPrecision(12)) + 0))}${setting}: ` +
              `${show(nearest(size, x, 1e-4))} at a distance of 1e-4, ${show(nearest(size, x, 1e-8))} at 1e-8; a bounded value is expected`,
            hint: POLE_HINT,
          };
  }
  return {
    name,
    status: "ok",
    message: `value and slope are bounded near every x from -${REACH} to ${REACH}`,
  };
}

/** Where a size is largest among its neighbors, refined. */
function peaks(size: (x: number) => number): number[] {
  const xs = Array.from({ length: (2 * REACH) / STEP + 1 }, (_, i) => i * STEP - REACH);
  const sizes = xs.map(size);
  return xs.flatMap((x, i) => {
    const [before = 0, here = 0, after = 0] = [sizes[i - 1], sizes[i], sizes[i + 1]];
    if (!Number.isFinite(here)) return [x];
    return here > before && here >= after ? [peak(size, x - STEP, x + STEP)] : [];
  });
}

/** Where a size is largest, by thirds of the interval. */
function peak(size: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < 80; step++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (size(left) > size(right)) high = right;
    else low = left;
  }
  return low + (high - low) / 2;
}

/** Whether sizes keep growing towards x on one side at least. */
function isPole(size: (x: number) => number, x: number): boolean {
  return ([1, -1] as const).some((side) => {
    const sizes = DISTANCES.map((distance) => size(x + side * distance * (1 + Math.abs(x))));
    return sizes.every((here, i) => i === 0 || here > GROWS * (sizes[i - 1] ?? 0));
  });
}

function nearest(size: (x: number) => number, x: number, distance: number): number {
  const gap = distance * (1 + Math.abs(x));
  return Math.max(size(x - gap) || 0, size(x + gap) || 0);
}

function show(size: number): string {
  return size < 1e6 ? String(Number(size.toPrecision(2))) : size.toExponential(1);
}
