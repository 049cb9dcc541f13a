import { canonicalJson, type Json } from "@actbench/core/internal";
import type { Path } from "../config/path.js";
import type { ProblemList } from "../config/problem-list.js";
import type { Setting } from "../settings/setting.js";
import { type Candidate, conditionValue, settingValue } from "./candidate.js";
import type { Condition } from "./condition.js";

/** Values of some settings that a point must all have to be meant; of several values any. */
export interface PointMatch {
  readonly text: string;
  readonly wanted: readonly { readonly setting: Setting; readonly values: readonly Json[] }[];
}

/** A condition of `constraints` with its place. */
export interface Constraint {
  readonly condition: Condition;
  readonly path: Path;
}

/** Leaves out points by `exclude` and `constraints`, and remembers which exclusions did nothing. */
export class PointFilter {
  readonly #excludes: readonly PointMatch[];
  readonly #constraints: readonly Constraint[];
  readonly #problems: ProblemList;
  readonly #used = new Set<PointMatch>();

  constructor(excludes: readonly PointMatch[], constraints: readonly Constraint[], problems: ProblemList) {
    this.#excludes = excludes;
    this.#constraints = constraints;
    this.#problems = problems;
  }

  keeps(candidate: Candidate): boolean {
    const excluded = this.#excludes.filter((match) => matches(candidate, match));
    for (const match of excluded) this.#used.add(match);
    return (
      excluded.length === 0 &&
      this.#constraints.every(({ condition, path }) => {
        const holds = condition.holds((name) => conditionValue(candidate, name));
        if (typeof holds === "string") this.#problems.add(path, holds);
        return holds === true;
      })
    );
  }

  /** Warns about exclusions that match no point. */
  warnUnused(): void {
    for (const match of this.#excludes)
      if (!this.#used.has(match)) this.#problems.warn(`exclude ${match.text} matches no configuration`);
  }
}

function matches(candidate: Candidate, { wanted }: PointMatch): boolean {
  return wanted.every(({ setting, values }) => {
    if (candidate.absent.has(setting.name)) return false;
    const held = canonicalJson(settingValue(candidate, setting));
    return values.some((value) => canonicalJson(value) === held);
  });
}
