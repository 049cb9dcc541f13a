import type { ConfigError, ConfigProblem } from "@actbench/sweep";
import { isConfigError } from "../is-config-error.js";
import type { UsageError } from "../usage-error.js";
import type { PluginRequest } from "./plugin-request.js";

/** What is wrong with a plugin, at the place that names it or, of a file of formulas, at its own places. */
export function pluginProblems(
  { place }: PluginRequest,
  error: UsageError | ConfigError,
): readonly ConfigProblem[] {
  if (isConfigError(error)) return error.problems;
  const { message, hint } = error;
  return [{ place, path: "plugins", message, ...(hint === undefined ? {} : { hint }) }];
}
