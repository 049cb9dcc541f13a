import type { Look } from "@actbench/core/internal";
import { type Run, seedsSeen } from "@actbench/report";
import { noteLook, RunError } from "@actbench/sweep";
import { isPage } from "./find-run.js";

export interface LookOptions {
  readonly command: string;
  /** Hears of a folder that refuses. */
  readonly note: (message: string) => void;
}

/**
 * The run with a look at its verdicts noted in its folder, once for each number of seeds from two on. A page
 * cannot be noted in; a folder that cannot be written is reported, and the look counts for what is shown now.
 */
export function lookAt<R extends Run & { readonly path: string }>(run: R, { command, note }: LookOptions): R {
  const { path, history, study, records } = run;
  const n = seedsSeen(study, records);
  if (history === undefined || n < 2 || history.looks.some((look) => look.n === n)) return run;
  const { looks: declared } = study.stats;
  const look: Look = {
    at: new Date().toISOString(),
    command,
    n,
    ...(declared !== undefined && { declared }),
  };
  if (!isPage(path))
    try {
      noteLook(path, look);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      note(error.message);
    }
  return { ...run, history: { ...history, looks: [...history.looks, look] } };
}
