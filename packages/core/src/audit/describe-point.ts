import type { AuditSubject } from "./audit-subject.js";

/** `x = -100`, or `x1 = 2, x2 = -1`. */
export function describePoint(
  { inputNames }: Pick<AuditSubject, "inputNames">,
  point: readonly number[],
): string {
  return inputNames.map((name, i) => `${name} = ${describeNumber(point[i] ?? Number.NaN)}`).join(", ");
}

/** With an exponent where it is shorter to read. */
function describeNumber(x: number): string {
  if (Object.is(x, -0)) return "-0";
  return Math.abs(x) >= 1e7 && Math.abs(x) < 1e21 ? x.toExponential() : String(x);
}
