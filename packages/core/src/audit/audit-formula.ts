import type { FormulaActivation } from "../activation/activation.js";
import { activationSpec } from "../activation/activation-spec.js";
import { brokenConstraint } from "../activation/broken-constraint.js";
import type { Numerics } from "../contract/spec.js";
import { fmaAvailable } from "../wasm/relaxed-simd.js";
import type { AuditHost } from "./audit-host.js";
import { type AuditCheck, type AuditReport, auditReport } from "./audit-report.js";
import { checkDead } from "./check-dead.js";
import { checkExtremes } from "./check-extremes.js";
import { checkKinks } from "./check-kinks.js";
import { checkNan } from "./check-nan.js";
import { checkPoles } from "./check-poles.js";
import { checkPurity } from "./check-purity.js";
import { checkSlopes } from "./check-slopes.js";
import { checkSpeed } from "./check-speed.js";
import { checkVectors } from "./check-vectors.js";
import { subjectOfFormula } from "./subject-of-formula.js";

/** Audits an activation that is a formula; takes about a second. */
export function auditFormula(activation: FormulaActivation, host: AuditHost): AuditReport {
  const spec = activationSpec(activation);
  const subject = subjectOfFormula(spec);
  const numerics: readonly Numerics[] = fmaAvailable() ? ["fma", "strict"] : ["strict"];
  const [fastest = "strict"] = numerics;
  return auditReport(activation.name, [
    checkSlopes(subject),
    checkKinks(subject),
    checkExtremes(subject),
    checkPoles(subject),
    checkDead(spec, subject),
    checkRanges(activation),
    checkNan(subject),
    checkPurity(subject),
    checkVectors(spec, numerics),
    checkSpeed(spec, { numerics: fastest, now: () => host.now() }),
  ]);
}

/** The extremes again with each parameter at the ends of its range, the others at their defaults. */
function checkRanges(activation: FormulaActivation): AuditCheck {
  const ends = activation.params.flatMap(({ name, min, max }) =>
    [min, max].flatMap((value) =>
      // An end that a constraint refuses beside the others' defaults is met nowhere.
      value === undefined || brokenConstraint(activation, { [name]: value }) !== undefined
        ? []
        : [{ name, value }],
    ),
  );
  for (const { name, value } of ends) {
    const subject = subjectOfFormula(activationSpec(activation, { params: { [name]: value } }));
    const asked = { name: "parameters", setting: ` with ${name} = ${value}` } as const;
    const failed = [checkExtremes(subject, asked), checkPoles(subject, asked)].find(
      ({ status }) => status === "failed",
    );
    if (failed !== undefined)
      return { ...failed, hint: `narrow the range of ${name} (min, max), or guard the formula` };
  }
  const message =
    ends.length === 0
      ? "no parameter has a bounded range"
      : `numbers at ${ends.map(({ name, value }) => `${name} = ${value}`).join(", ")}`;
  return { name: "parameters", status: ends.length === 0 ? "skipped" : "ok", message };
}
