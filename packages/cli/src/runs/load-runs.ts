import { extractRun, type Run } from "@actbench/report";
import { listRuns, RunError, type RunProblem, readHistory, readRun } from "@actbench/sweep";
import { EXIT, type ExitCode } from "../exit-code.js";
import { readUserText } from "../files/read-user-text.js";
import { oneLine } from "../terminal/own-codes.js";
import type { Terminal } from "../terminal/terminal.js";
import { findRun, isPage, MAX_PAGE_BYTES, type RunsPlace } from "./find-run.js";

/** A run as read from its folder or from its page. */
export interface LoadedRun extends Run {
  /** The folder or page. */
  readonly path: string;
  /** Damage that was worked around. Of a large run some is found later, when a curve is read. */
  readonly problems: readonly RunProblem[];
}

/** Reads a run by name or path; reports damage and its location to the terminal. */
export async function loadRun(
  name: string,
  place: RunsPlace,
  terminal: Pick<Terminal, "note">,
): Promise<LoadedRun> {
  const path = findRun(name, place);
  if (isPage(path)) {
    const text = readUserText(path, { name, what: "a report page", maxBytes: MAX_PAGE_BYTES });
    return { path, ...extractRun(text), problems: [] };
  }
  const contents = await readRun(path, { onProblem: (problem) => terminal.note(problemText(name, problem)) });
  const { study, records, withEnds, problems, speed } = contents;
  return {
    path,
    study,
    records: [...records.values()],
    withEnds,
    history: readHistory(contents),
    ...(speed && { speed }),
    problems,
  };
}

/** Damage in a run's file, with its place. */
export function problemText(run: string, { file, line, message }: RunProblem): string {
  return oneLine(`${run}/${file}:${line}: ${message}`);
}

/** Reads several runs, in the order of their names. */
export async function loadRuns(
  names: readonly string[],
  place: RunsPlace,
  terminal: Pick<Terminal, "note">,
): Promise<readonly LoadedRun[]> {
  const runs: LoadedRun[] = [];
  for (const name of names) runs.push(await loadRun(name, place, terminal));
  return runs;
}

/** Reads every run under `out`; reports runs that cannot be read to the terminal and skips them. */
export async function loadEveryRun(
  place: RunsPlace,
  terminal: Pick<Terminal, "note">,
): Promise<{ readonly runs: readonly LoadedRun[]; readonly code: ExitCode }> {
  const runs: LoadedRun[] = [];
  let unreadable = false;
  for (const name of listRuns(place.out))
    try {
      runs.push(await loadRun(name, place, terminal));
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      terminal.note(error.message);
      unreadable = true;
    }
  return { runs, code: unreadable ? EXIT.damaged : damageCode(runs) };
}

/** Exit 4 when files are damaged. A torn last line is what a killed run leaves, and no damage. */
export function damageCode(runs: readonly LoadedRun[]): ExitCode {
  return runs.some(({ problems }) => problems.some(({ kind }) => kind !== "torn")) ? EXIT.damaged : EXIT.ok;
}
