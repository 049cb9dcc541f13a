import { type ConfigProblem, formatProblem } from "./config-problem.js";

/** A sweep file or its overrides cannot be used; holds every problem found, not just the first. */
export class ConfigError extends Error {
  readonly code = "config";
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(formatProblem).join("\n"));
    this.name = "ConfigError";
    this.problems = problems;
  }
}
