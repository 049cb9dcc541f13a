import type { Look } from "@actbench/core/internal";
import { freshSeen, type Run, seedsSeen } from "@actbench/report";
import { isPage } from "./find-run.js";
import { type NewLook, noteLooks } from "./note-looks.js";

export interface LookOptions {
  readonly command: string;
  /** Called with the error of a folder that cannot be written. */
  readonly note: (message: string) => void;
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
  const fresh = freshSeen(study, records);
  if (
    history === undefined ||
    Math.max(n, fresh) < 2 ||
    history.looks.some((look) => look.n === n && (look.fresh ?? 0) === fresh)
  )
    return { seen: run, looks: [] };
  const { looks: declared } = study.stats;
  const look: Look = {
    at: new Date().toISOString(),
    command,
    n,
    ...(fresh > 0 && { fresh }),
    ...(declared !== undefined && { declared }),
  };
  const seen = { ...run, history: { ...history, looks: [...history.looks, look] } };
  return { seen, looks: isPage(path) ? [] : [{ folder: path, look }] };
}
