import type { FormulaActivation } from "@actbench/core/internal";
import { ConfigError } from "../config/config-error.js";
import { ProblemList } from "../config/problem-list.js";
import { parseSweepDocument } from "../config/sweep-document.js";
import { readActivations } from "./read-activations.js";

/**
 * The activations of a plugin file in YAML: an `activations:` mapping as a sweep file has it.
 * Throws a `ConfigError` with every problem of the file.
 */
export function loadActivations({
  text,
  file,
}: {
  readonly text: string;
  /** The file's name for messages. */
  readonly file: string;
}): readonly FormulaActivation[] {
  const document = parseSweepDocument(text, file);
  if ("length" in document) throw new ConfigError(document);
  const problems = new ProblemList({ file, locate: document.locate, overrides: [] });
  for (const key of Object.keys(document.value))
    if (key !== "activations")
      problems.addKey([key], "unknown key", "a plugin file contains only activations:");
  const { byName } = readActivations(document.value.activations, { catalog: [], isPartial: false }, problems);
  if (byName.size === 0 && problems.problems.length === 0)
    problems.add(
      [],
      "the file contains no activation",
      'write activations: { name: { formula: "max(x, 0)" } }',
    );
  if (problems.problems.length > 0) throw new ConfigError(problems.problems);
  return [...byName.values()];
}
