import type { Progress, WritableRun } from "@actbench/sweep";
import type { PageWatch } from "../page/make-page.js";
import type { SessionResult } from "../study/run-session.js";
import type { Terminal } from "../terminal/terminal.js";

export const REPORTERS = ["default", "json", "ndjson"] as const;
export type ReporterName = (typeof REPORTERS)[number];

/** What a session tells the user: progress and remarks on stderr, results on stdout. */
export interface Reporter {
  note(text: string): void;
  onOpen(run: WritableRun): void;
  onProgress(event: Progress): void;
  /** Shows how far the page is, where it takes long. */
  onPage(): Pick<PageWatch, "onProgress" | "end">;
  onEnd(result: SessionResult): void;
  /** Ends the progress display; safe to call twice. */
  close(): void;
}

export interface ReporterOptions {
  readonly terminal: Terminal;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** The command line, to be typed again. */
  readonly line: string;
  /** A path as the user would write it. */
  readonly shorten: (path: string) => string;
}
