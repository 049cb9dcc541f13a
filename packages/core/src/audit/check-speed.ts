import type { FormulaActivationSpec, Numerics } from "../contract/spec.js";
import type { AuditCheck } from "./audit-report.js";
import { measureElementwise } from "./measure-elementwise.js";

/** Upper ends of the speed classes, nanoseconds per element for value and slope together. */
const CLASSES = [
  { name: "free", upTo: 0.5, means: "negligible next to the matrix products" },
  { name: "cheap", upTo: 4, means: "a small share of a step" },
  { name: "dear", upTo: 40, means: "a large share of a step in wide layers" },
] as const;

/** The speed class of a formula's vector code; beyond the last class it fails. */
export function checkSpeed(
  spec: FormulaActivationSpec,
  { numerics, now }: { readonly numerics: Numerics; now(): number },
): AuditCheck {
  const [speed] = measureElementwise([spec], { numerics, now, rounds: 7 });
  const { forward_ns = Number.NaN, both_ns = Number.NaN } = speed ?? {};
  const found = CLASSES.find(({ upTo }) => both_ns <= upTo);
  const measured = `${forward_ns.toFixed(2)} ns per element forward, ${both_ns.toFixed(2)} ns with the slope`;
  if (found !== undefined)
    return { name: "speed", status: "ok", message: `${found.name}: ${measured} (${found.means})` };
  return {
    name: "speed",
    status: "failed",
    message: `${measured}; at most 40 ns is expected`,
    hint: "take common parts out of the formula, or use fewer functions",
  };
}
