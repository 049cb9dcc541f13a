import type { Catalogs } from "../config/catalogs.js";
import { ConfigError } from "../config/config-error.js";
import type { ConfigProblem } from "../config/config-problem.js";
import { ProblemList } from "../config/problem-list.js";
import { parseSweepDocument } from "../config/sweep-document.js";
import { applyOverrides } from "../overrides/apply-overrides.js";
import { readStudy } from "./read-study.js";
import type { Sweep } from "./sweep.js";

export interface LoadOptions {
  /** The sweep file's text. */
  readonly text: string;
  /** The file's name for messages. */
  readonly file: string;
  /**
   * Hydra overrides such as `train.lr=0.1,0.01`, `seeds=3`, `workers=2`, `budget.time=20m`, later ones win.
   */
  readonly overrides?: readonly string[];
  readonly catalogs: Catalogs;
  /** Why plugins are missing from the catalog; then an unknown name is not a separate problem. */
  readonly pluginFaults?: readonly ConfigProblem[];
}

/**
 * Reads a sweep file and expands it to its plan.
 * Throws a `ConfigError` with every problem of the file and of the overrides.
 */
export function loadSweep({ text, file, overrides = [], catalogs, pluginFaults = [] }: LoadOptions): Sweep {
  const document = parseSweepDocument(text, file);
  if ("length" in document) throw new ConfigError([...applyOverrides({}, overrides).problems, ...document]);
  const { value, places, problems: wrong } = applyOverrides(document.value, overrides);
  const { locate, isDecimal } = document;
  const before = [...wrong, ...pluginFaults];
  const problems = new ProblemList({ file, locate, overrides: places, problems: before });
  const sweep = readStudy({
    data: value,
    file,
    catalogs,
    problems,
    isDecimal,
    overridden: places.map(({ path }) => path),
    isPartial: pluginFaults.length > 0,
  });
  if (problems.problems.length > 0) throw new ConfigError(problems.problems);
  return sweep;
}
