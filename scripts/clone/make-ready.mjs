import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { build } from "./build.mjs";
import { isBuilt } from "./built.mjs";
import { ROOT } from "./root.mjs";

/** Installs what this clone needs and builds it, where that was not done since a file of it changed. */
export function makeReady() {
  if (!isInstalled()) install();
  if (!isBuilt()) build();
}

/** pnpm keeps a copy of the lockfile that it installed. */
function isInstalled() {
  return text("node_modules/.pnpm/lock.yaml") === text("pnpm-lock.yaml");
}

function install() {
  const { packageManager } = JSON.parse(text("package.json") ?? "{}");
  const command = `npx --yes ${packageManager} install --frozen-lockfile`;
  console.error(`actbench: installing, once: ${command}`);
  // What they say is not what a command prints.
  const { status, error } = spawnSync(command, { cwd: ROOT, shell: true, stdio: ["ignore", 2, 2] });
  if (status === 0) return;
  console.error(
    `actbench: that failed${error === undefined ? "" : `: ${error.message}`}; do it by hand in ${ROOT}`,
  );
  process.exit(2);
}

function text(file) {
  try {
    return readFileSync(`${ROOT}${file}`, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
