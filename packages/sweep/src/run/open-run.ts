import type { Sweep } from "../study/sweep.js";
import type { Run, RunHost } from "./run.js";

/**
 * Creates or continues the run of a sweep in `out/<name>-<hash8>/`.
 * Throws a `RunError` when the folder is in use, or when going on would mix results.
 */
export async function openRun(_out: string, _sweep: Sweep, _host: RunHost): Promise<Run> {
  throw new Error("not written yet");
}
