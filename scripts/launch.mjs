// Builds, then runs the command line in this process, so that signals and exit codes are its own.
import "./build.mjs";

/** `argv` as after `actbench`. Paths in it are relative to where the user called pnpm. */
export async function launch(argv) {
  const { actbench } = await import("../packages/cli/dist/index.bundle.js");
  process.chdir(process.env.INIT_CWD ?? process.cwd());
  process.exitCode = await actbench(argv, process);
}
