import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { nearestName } from "@actbench/core";
import { listRuns } from "@actbench/sweep";
import { UsageError } from "../usage-error.js";

export interface RunsPlace {
  readonly cwd: string;
  /** The folder of runs, absolute. */
  readonly out: string;
}

/**
 * The path a user means by a run: a folder, a report page, or the start of a name under `out`
 * (`quickstart` for `results/quickstart-1a2b3c4d`). Throws a `UsageError` with the candidates.
 */
export function findRun(name: string, { cwd, out }: RunsPlace): string {
  const path = resolve(cwd, name);
  if (existsSync(path)) return path;
  const runs = listRuns(out);
  const found = runs.includes(name) ? [name] : runs.filter((run) => run.startsWith(name));
  const [only, ...others] = found;
  if (only === undefined) {
    const near = nearestName(name, runs);
    const hint = near === undefined ? `no run of that name in ${out}` : `did you mean ${near}?`;
    throw new UsageError(`there is no run "${name}"`, hint);
  }
  if (others.length > 0) throw new UsageError(`"${name}" may mean several runs`, found.join("\n"));
  return resolve(out, only);
}

/** Whether a run's path is a page, not a folder. */
export function isPage(path: string): boolean {
  return statSync(path).isFile();
}
