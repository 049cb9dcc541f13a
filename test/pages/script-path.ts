import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MAIN } from "../actbench.js";

/**
 * What scripts of the documents call: `actbench` is that of a container's image; `srun` and `ssh` run the
 * rest of their line.
 */
const PROGRAMS = {
  actbench: `exec "${process.execPath}" "${MAIN}" "$@"`,
  srun: 'while case "$1" in -*) ;; *) false ;; esac do shift; done\nexec "$@"',
  // The rest of its line as another machine's shell runs it, which has this one's home.
  ssh: 'shift 2\nexec bash -c "$*"',
} as const;

/** A folder of such programs, in `cwd`, for the front of PATH. */
export function scriptPath(cwd: string): string {
  const folder = join(cwd, "bin");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(PROGRAMS))
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  return folder;
}
