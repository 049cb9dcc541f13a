import { RunError, type RunErrorCode, type RunProblem } from "@actbench/sweep";
import { UsageError } from "../usage-error.js";
import type { MadePage, PageJob } from "./page-job.js";

/** What a page's thread is given. */
export interface PageSetup {
  readonly job: PageJob;
  /** Whether problems are wanted as such, not as notes. */
  readonly problems: boolean;
}

/** What a page's thread says. */
export type PageMessage =
  | { readonly type: "note"; readonly text: string }
  | { readonly type: "problem"; readonly problem: RunProblem }
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "made"; readonly made: MadePage }
  | { readonly type: "failed"; readonly error: PlainError };

/** An error as plain data: threads cannot be sent its class. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: unknown;
  readonly hint?: string | undefined;
  readonly folder?: string | undefined;
}

export function plainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { name, message, stack } = error;
  const code = "code" in error ? error.code : undefined;
  const hint = error instanceof UsageError ? error.hint : undefined;
  const folder = error instanceof RunError ? error.folder : undefined;
  return { name, message, stack, code, hint, folder };
}

/** The error that it was, of the class that a caller knows. */
export async function errorOf({ name, message, stack, code, hint, folder }: PlainError): Promise<Error> {
  switch (name) {
    case "UsageError":
      return new UsageError(message, hint);
    case "RunError":
      return new RunError(code as RunErrorCode, folder ?? "", message);
    case "ReportDataError": {
      // The thread has what draws a page; the command that started it needs no second one until now.
      const { ReportDataError } = await import("@actbench/report");
      return new ReportDataError(message);
    }
    default:
      return Object.assign(new Error(message), { name, stack }, code === undefined ? {} : { code });
  }
}
