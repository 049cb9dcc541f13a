// Builds what changed since the last time. Silent unless it fails: stdout belongs to a command's results.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
if (!existsSync(`${root}packages/cli/dist/main.bundle.js`)) console.error("actbench: building, once");
const { status, stdout, stderr, error } = spawnSync("turbo run build --output-logs=errors-only", {
  cwd: root,
  shell: true,
  encoding: "utf8",
  env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
});
if (status !== 0) {
  console.error(stdout, stderr, error ?? "");
  process.exit(2);
}
