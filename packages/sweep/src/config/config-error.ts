import { type ConfigProblem, formatProblem } from "./config-problem.js";

/** A sweep file or its overrides cannot be used; holds every problem found, not just the first. */
export class ConfigError extends Error {
  readonly code = "config";
  readonly problems: readonly ConfigProblem[];

  /** Problems of overrides come first, then those of the file from top to bottom. */
  constructor(unsorted: readonly ConfigProblem[]) {
    const problems = [...unsorted].sort(
      (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
    );
    super(problems.map(formatProblem).join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}
