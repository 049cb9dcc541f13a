import type { AuditSubject } from "./audit-subject.js";
import { GUARD_HINT } from "./guard-hint.js";

/** Where a slope and finite differences disagree. */
export interface Disagreement {
  readonly variable: string;
  readonly point: readonly number[];
  readonly got: number;
  readonly low: number;
  readonly high: number;
  /** How far outside, relative to slope and value. */
  readonly off: number;
}

const TOLERANCE = 1e-6;

/** What explains all disagreements, and so what to do. */
export function slopeHint(subject: AuditSubject, wrong: readonly Disagreement[]): string {
  if (wrong.every(({ got }) => Number.isNaN(got))) return GUARD_HINT;
  if (wrong.every((one) => fits(one, -one.got))) return "its sign is wrong: change it";
  if (wrong.every(({ variable }) => subject.trained.some(({ name }) => name === variable)))
    return `the formula may compare ${wrong[0]?.variable} with its own default by ==, where its slope is that of the branch taken: give it another default, or write it without the comparison`;
  if (subject.inputs === 1 && wrong.every((one) => fits(one, subject.slope([subject.value(one.point)], 0))))
    return "it is the slope in terms of y = value(x), as some libraries write it; here slope gets x: slope: (x) => { const y = value(x); … }";
  return "derive the slope again, or give a formula and let it be derived";
}

function fits({ low, high }: Disagreement, slope: number): boolean {
  return slope >= low - TOLERANCE * (1 + Math.abs(low)) && slope <= high + TOLERANCE * (1 + Math.abs(high));
}
