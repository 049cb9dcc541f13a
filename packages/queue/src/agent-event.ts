import type { TrialOutcome } from "@actbench/core/internal";

/** How a job ended for an agent. */
export type Ending = { readonly type: "answered"; readonly outcome: TrialOutcome } | Unanswered;

/** A trial that was begun gives no answer: cancelled, lost to another agent, put back, or refused. */
export interface Unanswered {
  readonly type: "cancelled" | "lost" | "put_back" | "refused";
  readonly why: string;
}

/** What an agent reports. */
export type AgentEvent =
  | { readonly type: "serving" | "forsaken"; readonly queue: string }
  | { readonly type: "started"; readonly id: string }
  | { readonly type: "ended"; readonly id: string; readonly status: TrialOutcome["status"] }
  | (Unanswered & { readonly id: string });
