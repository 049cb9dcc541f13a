import type { ConfigProblem } from "./config-problem.js";
import { formatPath, type Path } from "./path.js";
import type { TextPosition } from "./sweep-document.js";

/** The problems found so far, and warnings. */
export class ProblemList {
  readonly #file: string;
  readonly #locate: (path: Path, onKey: boolean) => TextPosition;
  readonly #overrides: readonly { readonly path: Path; readonly text: string }[];
  readonly #problems: ConfigProblem[];
  readonly #warnings: string[] = [];

  constructor(options: {
    readonly file: string;
    readonly locate: (path: Path, onKey: boolean) => TextPosition;
    /** Values that came from overrides rather than from the file. */
    readonly overrides: readonly { readonly path: Path; readonly text: string }[];
    readonly problems?: readonly ConfigProblem[];
  }) {
    this.#file = options.file;
    this.#locate = options.locate;
    this.#overrides = options.overrides;
    this.#problems = [...(options.problems ?? [])];
  }

  get problems(): readonly ConfigProblem[] {
    return this.#problems;
  }

  get warnings(): readonly string[] {
    return this.#warnings;
  }

  /** Notes a problem at the value of a path; the same one twice is noted once. */
  add(path: Path, message: string, hint?: string): void {
    this.#note(path, message, hint, false);
  }

  /** Notes a problem of the key itself, such as an unknown one. */
  addKey(path: Path, message: string, hint?: string): void {
    this.#note(path, message, hint, true);
  }

  warn(message: string): void {
    if (!this.#warnings.includes(message)) this.#warnings.push(message);
  }

  /** The override that a value came from, as it was written; undefined where it came from the file. */
  overrideOf(path: Path): string | undefined {
    return this.#overrides.findLast(({ path: set }) => set.every((part, i) => part === path[i]))?.text;
  }

  #note(path: Path, message: string, hint: string | undefined, onKey: boolean): void {
    const override = this.overrideOf(path);
    const problem: ConfigProblem = {
      ...(override === undefined ? { place: this.#file, ...this.#locate(path, onKey) } : { place: override }),
      path: formatPath(path),
      message,
      ...(hint === undefined ? {} : { hint }),
    };
    const same = (p: ConfigProblem): boolean =>
      p.message === message &&
      p.path === problem.path &&
      p.place === problem.place &&
      p.line === problem.line;
    if (!this.#problems.some(same)) this.#problems.push(problem);
  }
}
