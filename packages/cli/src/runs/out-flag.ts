import { resolve } from "node:path";
import { textFlag } from "../command/flag.js";

/** `--out DIR`, the folder of runs. */
export const outFlag = textFlag("folder that holds the runs; default: results", "DIR");

/** The folder of runs, absolute. */
export function outFolder(cwd: string, out: string | undefined): string {
  return resolve(cwd, out ?? "results");
}
