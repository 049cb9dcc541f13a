import type { Claim } from "@actbench/core/internal";
import type { MetricName } from "../metrics/metric-name.js";
import type { StepRatio } from "../speed/step-ratio.js";
import type { Estimate } from "../stats/t-interval.js";
import type { JudgedEffect } from "../verdict/verdict.js";

/** Whether a claim came before the trials it is about. */
export type Declared =
  /** The lock held it when each of its trials ended. */
  | { readonly when: "before" }
  /** Some of its trials had ended, here or in another run, before the lock held it. */
  | { readonly when: "post hoc"; readonly older: number; readonly trials: number }
  /** The run does not know its past. */
  | { readonly when: "unknown" };

/** A claim with what the run says of it. */
export interface JudgedClaim {
  readonly claim: Claim;
  readonly verdict: "pass" | "fail" | "undecided";
  /** What decided, or why nothing did. */
  readonly why: string;
  /** The test that decided, or that was to; absent where none did. */
  readonly test?: "difference" | "equivalence";
  readonly declared: Declared;
  /** What it is judged by; absent where the report does not know the claim's metric. */
  readonly metric?: MetricName;
  /** What was held against what: labels of points, or how many of them. */
  readonly subject?: string;
  readonly reference?: string;
  /** The claim's value, where it is about one; with a bound. */
  readonly value?: Estimate;
  readonly bound?: number;
  /** The difference subject less reference, or value less bound. */
  readonly effect?: JudgedEffect;
  /** Of a claim on `step_ns`: the isolated timing's figures, one for each network. */
  readonly speed?: readonly StepRatio[];
}
