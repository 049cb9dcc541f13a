import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter } from "node:path";
import { BUILT, noteBuilt } from "./built.mjs";
import { ROOT } from "./root.mjs";

/** Builds what changed since the last time; ends the process with 2 where that fails. */
export function build() {
  if (!existsSync(`${ROOT}${BUILT.at(-1)}`)) console.error("actbench: building, once");
  const { status, stdout, stderr, error } = spawnSync("turbo run build --output-logs=errors-only", {
    cwd: ROOT,
    shell: true,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${ROOT}node_modules/.bin${delimiter}${process.env.PATH}`,
      TURBO_TELEMETRY_DISABLED: "1",
    },
  });
  if (status === 0) return noteBuilt();
  console.error(stdout, stderr, error ?? "");
  process.exit(2);
}
