import { type Neighbor, nearest, nearestActivations } from "@actbench/core/atlas";
import {
  type AuditCheck,
  type AuditReport,
  activationCurve,
  auditActivation,
  type FormulaActivation,
  type LoadedCode,
} from "@actbench/core/internal";
import { neighborText } from "./neighbor-text.js";

/** Nearer than this, a new name for a known function is more likely than a new function. */
const KNOWN = 0.01;

/** The audit of a plugin's activation, and whether the catalog has its function already. */
export function auditOwn(
  activation: FormulaActivation | LoadedCode,
  host: Parameters<typeof auditActivation>[1],
): AuditReport {
  const report = auditActivation(activation, host);
  // Functions that fail a check may give anything, or throw.
  return report.passed ? { ...report, checks: [...report.checks, knownCheck(activation)] } : report;
}

function knownCheck(activation: FormulaActivation | LoadedCode): AuditCheck {
  const curve = activationCurve(activation);
  if (curve === undefined)
    return { name: "known", status: "skipped", message: "curves of one input alone are compared" };
  const [first] = nearestActivations(curve.value, { count: 1, fit: true });
  if (first === undefined) return { name: "known", status: "ok", message: "no built-in has a curve like it" };
  const isKnown = nearest(first) < KNOWN;
  return {
    name: "known",
    status: isKnown ? "note" : "ok",
    message: isKnown
      ? `it is ${neighborText(first)} on [−4, 4]`
      : `new to the catalog: the nearest is ${neighborText(first)} on [−4, 4]`,
    ...(isKnown ? { hint: `the built-in is ${entryOf(first)} in a sweep file` } : {}),
  };
}

function entryOf({ name, fitted }: Neighbor): string {
  if (fitted === undefined) return name;
  const params = Object.entries(fitted.params).map(([param, value]) => `${param}: ${value}`);
  return `{ name: ${name}, ${params.join(", ")} }`;
}
