import type { AuditReport } from "@actbench/core/internal";
import type { CarriedActivation } from "./carried-activation.js";
import type { PluginFile } from "./find-plugin.js";

/** The questions for a plugin's thread, each with the type of its answer. */
export interface PluginAnswers {
  readonly activations: readonly CarriedActivation[];
  readonly audit: AuditReport;
  readonly text: string;
  readonly json: string;
  readonly svg: string;
}

/** A question; all but `activations` are of one activation that is code. */
export interface PluginQuestion<K extends keyof PluginAnswers = keyof PluginAnswers> {
  readonly ask: K;
  readonly activation?: string;
  /** Its plugin's hash. */
  readonly code?: string;
  /** Width of a text. */
  readonly columns?: number;
}

/** What a thread is started with. */
export interface PluginSetup {
  readonly file: PluginFile;
  readonly question: PluginQuestion;
}

/** What it says, in this order; `idle`: nothing is pending, and there is no answer. */
export type PluginMessage =
  | { readonly type: "started" }
  | { readonly type: "imported" }
  | { readonly type: "idle" }
  | { readonly type: "answer"; readonly answer: PluginAnswers[keyof PluginAnswers] }
  | { readonly type: "refused"; readonly message: string; readonly hint?: string }
  | { readonly type: "broken"; readonly message: string; readonly stack?: string; readonly code?: string };
