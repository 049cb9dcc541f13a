import type { AuditCheck, AuditCheckName } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";
import { describePoint } from "./describe-point.js";
import { GUARD_HINT } from "./guard-hint.js";
import { extremePoints } from "./sample-points.js";

/** Value and slopes are numbers from −1e30 to 1e30; infinity only where the value itself leaves f64. */
export function checkExtremes(
  subject: AuditSubject,
  { name = "extremes", setting = "" }: { readonly name?: AuditCheckName; readonly setting?: string } = {},
): AuditCheck {
  const points = extremePoints(subject.inputs);
  const wrong: string[] = [];
  const look = (what: string, point: readonly number[], got: number): void => {
    if (Number.isNaN(got)) wrong.push(`${what} at ${describePoint(subject, point)}${setting} is NaN`);
  };
  for (const point of points) {
    const value = subject.value(point);
    look("the value", point, value);
    // Where the value is infinite no slope is asked for.
    if (!Number.isFinite(value)) continue;
    for (const [i, input] of subject.inputNames.entries())
      look(`the slope in ${input}`, point, subject.slope(point, i));
    for (const { name, slope } of subject.trained) look(`the slope in ${name}`, point, slope(point));
  }
  const [first] = wrong;
  if (first === undefined)
    return { name, status: "ok", message: `numbers at ${points.length} points from -1e30 to 1e30` };
  return {
    name,
    status: "failed",
    message: `${first}; a number is expected for every finite input (${wrong.length} such places of ${points.length} points)`,
    hint: GUARD_HINT,
  };
}
