import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { makeReady } from "./clone/make-ready.mjs";

/**
 * Runs the command line of this clone in this process, so that signals and exit codes are its own. `argv` is
 * as after `actbench`; paths in it are relative to `cwd`.
 */
export async function launch(argv, cwd) {
  makeReady();
  process.chdir(cwd);
  process.env.ACTBENCH_LAUNCHER = launcher(cwd);
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...argv);
  await import("../packages/cli/dist/main.bundle.js");
}

/** How this clone's command line is called from a folder: `./actbench`, `../actbench/actbench`. */
function launcher(cwd) {
  const path = relative(cwd, fileURLToPath(new URL("../actbench", import.meta.url)));
  return path.includes(sep) ? path : `./${path}`;
}
