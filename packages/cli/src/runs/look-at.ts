import type { Look } from "@actbench/core/internal";
import { type Run, seedsSeen } from "@actbench/report";
import { noteLook, RunError } from "@actbench/sweep";
import { isPage } from "./find-run.js";

export interface LookOptions {
  readonly command: string;
  /** Called with the error of a folder that cannot be written. */
  readonly note: (message: string) => void;
}

/** A look at the verdicts of a run's folder that is still to be noted there. */
export interface NewLook {
  readonly folder: string;
  readonly look: Look;
}

/**
 * The run with a look at its verdicts noted in its folder, once for each number of seeds from two on. A page
 * cannot be noted in; a folder that cannot be written is reported, and the look counts for what is shown now.
 */
export function lookAt<R extends Run & { readonly path: string }>(run: R, { command, note }: LookOptions): R {
  const { seen, looks } = withLook(run, command);
  noteLooks(looks, note);
  return seen;
}

/**
 * The run with a look at its verdicts, to be noted when they are shown: what nobody has seen yet counts as no
 * look.
 */
export function withLook<R extends Run & { readonly path: string }>(
  run: R,
  command: string,
): { readonly seen: R; readonly looks: readonly NewLook[] } {
  const { path, history, study, records } = run;
  const n = seedsSeen(study, records);
  if (history === undefined || n < 2 || history.looks.some((look) => look.n === n))
    return { seen: run, looks: [] };
  const { looks: declared } = study.stats;
  const look: Look = {
    at: new Date().toISOString(),
    command,
    n,
    ...(declared !== undefined && { declared }),
  };
  const seen = { ...run, history: { ...history, looks: [...history.looks, look] } };
  return { seen, looks: isPage(path) ? [] : [{ folder: path, look }] };
}

/** Notes looks in their runs' folders; one that refuses is reported. */
export function noteLooks(looks: readonly NewLook[], note: LookOptions["note"]): void {
  for (const { folder, look } of looks)
    try {
      noteLook(folder, look);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      note(error.message);
    }
}
