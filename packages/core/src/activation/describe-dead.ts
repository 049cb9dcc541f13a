import type { ClosedInterval } from "../formula/zero-slope.js";
import type { DeadRule } from "./dead-rule.js";

/** Where units of an activation are dead, as a sentence's end: `x in (−∞, 0] on every example`. */
export function describeDead({ by, intervals, movedBy }: Omit<DeadRule, "live">): string {
  const where = intervals.map(interval).join(" or ");
  switch (by) {
    case "never":
      return "nowhere: its derivative is not zero on any interval, so its dead rate is 0 by definition";
    case "interval":
      return where === EVERYWHERE
        ? "everywhere: its derivative is zero, so every unit is dead from the start"
        : `x in ${where} on every example`;
    case "side":
    case "value": {
      const known = `${movedBy.length === 0 ? "surely" : `with ${movedBy.join(", ")} at the start`}: x in ${where}`;
      const value = by === "side" ? "" : ", or is exactly 0 in f32 where that cannot be derived";
      return `on every example the branch that the formula takes has derivative 0${value}${where === "" ? "" : ` (${known})`}`;
    }
    default:
      return by satisfies never;
  }
}

const EVERYWHERE = "(−∞, ∞)";

function interval({ from, to }: ClosedInterval): string {
  const low = Number.isFinite(from) ? `[${digits(from)}` : "(−∞";
  return `${low}, ${Number.isFinite(to) ? `${digits(to)}]` : "∞)"}`;
}

const digits = (x: number): string => `${Number(x.toPrecision(6)) + 0}`;
