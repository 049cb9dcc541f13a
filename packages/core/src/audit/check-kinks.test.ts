import { expect, it } from "vitest";
import { activationSpec } from "../activation/activation-spec.js";
import { defineActivation } from "../activation/define-activation.js";
import type { AtKink } from "../formula/at-kink.js";
import { checkKinks } from "./check-kinks.js";
import { subjectOfFormula } from "./subject-of-formula.js";

it.each<[string, AtKink, "ok" | "note", string]>([
  ["max(x, 0)", "torch", "ok", "at 0: slope 0 (at_kink: torch)"],
  ["max(x, 0)", "mean", "ok", "at 0: slope 0.5 (at_kink: mean)"],
  ["abs(x)^1.5 * sign(x)", "torch", "ok", "at 0: slope 0 (at_kink: torch)"],
  ["sqrt(abs(x))", "torch", "ok", "at 0: no slope from one side (at_kink: torch)"],
  [
    "sign(x) * log(1 + abs(x))",
    "torch",
    "note",
    "at 0: slope 0 at the point itself, as PyTorch gives this formula, 1 from the left, 1 from the right (at_kink: torch)",
  ],
  ["sign(x) * log(1 + abs(x))", "mean", "ok", "at 0: slope 1 (at_kink: mean)"],
])("the kinks of %s, %s: %s", (formula, at_kink, status, message) => {
  const spec = activationSpec(defineActivation({ name: "f", formula, at_kink }));
  expect(checkKinks(subjectOfFormula(spec))).toMatchObject({ status, message });
});
