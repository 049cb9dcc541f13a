import type { FormulaActivation, LoadedCode } from "../activation/activation.js";
import { auditCode } from "./audit-code.js";
import { auditFormula } from "./audit-formula.js";
import type { AuditHost } from "./audit-host.js";
import type { AuditReport } from "./audit-report.js";

/**
 * Audits an activation: slopes, kinks, poles, extremes, NaN, purity, and of a formula its vector code; takes
 * about a second.
 */
export function auditActivation(activation: FormulaActivation | LoadedCode, host: AuditHost): AuditReport {
  return "code" in activation ? auditCode(activation, host) : auditFormula(activation, host);
}
