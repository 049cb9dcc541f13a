import type { FormulaActivation, LoadedCode } from "../activation/activation.js";
import { auditCode } from "./audit-code.js";
import { auditFormula } from "./audit-formula.js";
import type { AuditReport } from "./audit-report.js";

/** What an audit gets from where it runs. */
export interface AuditHost {
  /** Monotonic seconds; only the speed class depends on it. */
  now(): number;
}

/** Audits an activation: slopes, kinks, extremes, NaN, purity, and of a formula its vector code; takes about a second. */
export function auditActivation(activation: FormulaActivation | LoadedCode, host: AuditHost): AuditReport {
  return "code" in activation ? auditCode(activation, host) : auditFormula(activation, host);
}
