import { deadRule } from "../activation/dead-rule.js";
import { describeDead } from "../activation/describe-dead.js";
import type { FormulaActivationSpec } from "../contract/spec.js";
import type { ClosedInterval } from "../formula/zero-slope.js";
import type { AuditCheck } from "./audit-report.js";
import type { AuditSubject } from "./audit-subject.js";

const REACH = 50;
const POINTS = 200;
/** What rounding may change of a value that is constant, relative to it or to 1. */
const ROUNDING = 1e-12;

/** Where units are dead; there the value is constant between kinks, which is seen without any slope. */
export function checkDead(spec: FormulaActivationSpec, { value, kinks }: AuditSubject): AuditCheck {
  const rule = deadRule(spec);
  for (const interval of rule.intervals)
    for (const [from, to] of stretches(interval, kinks)) {
      const first = value([from + (to - from) / 2]);
      for (let i = 1; i < POINTS; i++) {
        const x = from + ((to - from) * i) / POINTS;
        const here = value([x]);
        if (!(Math.abs(here - first) <= ROUNDING * (1 + Math.abs(first))))
          return {
            name: "dead",
            status: "failed",
            message: `the value at x = ${x} is ${here}; ${first} is expected, as everywhere from ${from} to ${to}, where the slope is claimed to be 0`,
            hint: "this is a bug in actbench; please report the formula",
          };
      }
    }
  const message = describeDead(rule);
  if (rule.by === "value")
    return {
      name: "dead",
      status: "note",
      message,
      hint: "a slope that f32 rounds to 0 counts as dead there too",
    };
  const everywhere = rule.by === "interval" && rule.live[0] === 0;
  return { name: "dead", status: everywhere ? "note" : "ok", message };
}

/** The parts of an interval between −50 and 50 and between kinks. */
function stretches(
  { from, to }: ClosedInterval,
  kinks: readonly number[],
): readonly (readonly [number, number])[] {
  const [low, high] = [Math.max(from, -REACH), Math.min(to, REACH)];
  if (!(low < high)) return [];
  const ends = [low, ...kinks.filter((x) => x > low && x < high), high];
  return ends.slice(1).map((end, i) => [ends[i] ?? low, end] as const);
}
