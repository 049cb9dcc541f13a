import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { nearestName } from "@actbench/core/internal";
import { listRuns, RUN_FILES } from "@actbench/sweep";
import { oneLine } from "../terminal/own-codes.js";
import { UsageError } from "../usage-error.js";

/** What a page may hold to be read: about the longest text that Node can. */
export const MAX_PAGE_BYTES = 500_000_000;

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
  if (existsSync(path)) return checked(path, name, out);
  const runs = listRuns(out).map((folder) => basename(folder));
  const found = runs.includes(name) ? [name] : runs.filter((run) => run.startsWith(name));
  const [only, ...others] = found;
  if (only === undefined) {
    const near = nearestName(name, runs);
    const hint = near === undefined ? `no run of that name in ${out}` : `did you mean ${near}?`;
    throw new UsageError(`there is no run "${name}"`, hint);
  }
  if (others.length > 0)
    throw new UsageError(`"${name}" may mean several runs`, found.map(oneLine).join("\n"));
  return resolve(out, only);
}

/** The path, unless it is a folder that never was a run; a run without its lock is damaged, not unknown. */
function checked(path: string, name: string, out: string): string {
  if (/\.ya?ml$/.test(name) && isPage(path)) {
    const stem = basename(name).replace(/\.ya?ml$/, "");
    const runs = listRuns(out)
      .map((folder) => basename(folder))
      .filter((run) => run.startsWith(`${stem}-`));
    throw new UsageError(
      `${name} is a sweep file, not a run`,
      runs.length === 0
        ? `train it first: actbench run ${name}`
        : `its runs: ${runs.map(oneLine).join(", ")}`,
    );
  }
  const traces = [RUN_FILES.lock, RUN_FILES.plan, RUN_FILES.journal];
  if (isPage(path) || traces.some((file) => existsSync(join(path, file)))) return path;
  throw new UsageError(`the folder "${name}" is not a run`, `a run holds ${RUN_FILES.lock}`);
}

/** Whether a run's path is a page, not a folder. */
export function isPage(path: string): boolean {
  return statSync(path).isFile();
}
