import type { Numerics } from "@actbench/core/internal";
import { loadStudy as load, type Study } from "../study/load-study.js";
import { checkArgument, checkOptions, type Expected, FILE_OR_OBJECT, TEXT, TEXTS } from "./check-call.js";
import { sweepText } from "./sweep-text.js";

export interface LoadStudyOptions {
  /**
   * The text of a sweep file, in place of the file that is named: the name stands in messages, and paths are
   * relative to its folder.
   */
  readonly text?: string;
  /** Settings as on the command line, such as `train.lr=0.1,0.01` or `seeds=3`. */
  readonly overrides?: readonly string[];
  /** Custom activations besides those of the file: files or npm packages. */
  readonly plugins?: readonly string[];
  /** The folder that paths are relative to; default: the process's. */
  readonly cwd?: string;
  /** What the executor that will train it computes, its `numerics`; default: what this machine does. */
  readonly numerics?: readonly Numerics[];
}

const PROFILES: Expected = {
  what: "an array of fma and strict, like the numerics of an executor",
  fits: (value) => Array.isArray(value) && value.every((one) => one === "fma" || one === "strict"),
};

/** What stands for the file's name where a study is given as an object. */
const OBJECT_NAME = "study.yaml";

/**
 * Reads a sweep file, or an object with its keys, loads the data and plugins it names, and numbers every
 * trial of its plan: `study.sweep.plan`. Throws `ConfigError` with every problem of the file, `UsageError`
 * where there is no such file or an argument is of a wrong kind.
 */
export async function loadStudy(
  config: string | Readonly<Record<string, unknown>>,
  options: LoadStudyOptions = {},
): Promise<Study> {
  checkArgument("loadStudy", "the sweep file", config, FILE_OR_OBJECT);
  checkOptions("loadStudy", options, {
    text: TEXT,
    overrides: TEXTS,
    plugins: TEXTS,
    cwd: TEXT,
    numerics: PROFILES,
  });
  const { overrides = [], plugins = [], cwd = process.cwd(), numerics } = options;
  const shared = { overrides, plugins, cwd, ...(numerics === undefined ? {} : { numerics }) };
  if (typeof config === "string") {
    const { text } = options;
    return load({ config, ...shared, ...(text === undefined ? {} : { text }) });
  }
  return load({ config: OBJECT_NAME, text: sweepText(config), ...shared });
}
