import type { AuditSubject } from "./audit-subject.js";

/** `x = -100`, or `x1 = 2, x2 = -1`. */
export function describePoint(
  { inputNames }: Pick<AuditSubject, "inputNames">,
  point: readonly number[],
): string {
  return inputNames.map((name, i) => `${name} = ${Object.is(point[i], -0) ? "-0" : point[i]}`).join(", ");
}
