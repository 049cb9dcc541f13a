import type { Summary } from "@actbench/sweep";
import { EXIT, type ExitCode } from "../exit-code.js";

/** The exit code of a session: an interruption first, then failed trials; a spent budget is no failure. */
export function summaryCode({ ended, counts }: Summary): ExitCode {
  switch (ended) {
    case "drained":
    case "stopped":
      return EXIT.interrupted;
    case "max_failures":
      return EXIT.trialsFailed;
    case "done":
    case "budget_time":
    case "limit":
      return counts.failed > 0 ? EXIT.trialsFailed : EXIT.ok;
    default:
      return ended satisfies never;
  }
}
