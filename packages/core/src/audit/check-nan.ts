import type { AuditCheck } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";

/** NaN in gives NaN out: a diverged network must not look alive. */
export function checkNan(subject: AuditSubject): AuditCheck {
  for (const [i, input] of subject.inputNames.entries()) {
    const point = subject.inputNames.map((_, j) => (i === j ? Number.NaN : 1));
    const got = subject.value(point);
    if (!Number.isNaN(got))
      return {
        name: "nan",
        status: "failed",
        message: `the value at ${input} = NaN is ${got}; NaN is expected, else a diverged network looks alive`,
        hint: "comparisons with NaN are false: let the last branch hold x (x <= 0 ? 0 : x), or use max(x, 0); a step is max(sign(x), 0)",
      };
  }
  return { name: "nan", status: "ok", message: "NaN in, NaN out" };
}
