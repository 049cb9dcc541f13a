import { loadStudy as load, type Study } from "../study/load-study.js";
import { checkArgument, checkOptions, TEXT, TEXTS } from "./check-call.js";

export interface LoadStudyOptions {
  /** Settings as on the command line, such as `train.lr=0.1,0.01` or `seeds=3`. */
  readonly overrides?: readonly string[];
  /** Custom activations besides those of the file: files or npm packages. */
  readonly plugins?: readonly string[];
  /** The folder that paths are relative to; default: the process's. */
  readonly cwd?: string;
}

/**
 * Reads a sweep file, loads the data and plugins it names, and numbers every trial of its plan: `study.sweep.plan`.
 * Throws `ConfigError` with every problem of the file, `UsageError` where there is no such file or an argument is of a wrong kind.
 */
export async function loadStudy(config: string, options: LoadStudyOptions = {}): Promise<Study> {
  checkArgument("loadStudy", "the sweep file", config, TEXT);
  checkOptions("loadStudy", options, { overrides: TEXTS, plugins: TEXTS, cwd: TEXT });
  const { overrides = [], plugins = [], cwd = process.cwd() } = options;
  return load({ config, overrides, plugins, cwd });
}
