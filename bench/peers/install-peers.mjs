// JavaScript peers are installed into bench/peers when a benchmark asks for them; no other script touches
// them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Installs what `bench/peers/package.json` names, unless it is there. Says so where that fails. */
export function installPeers() {
  if (existsSync(`${folder}node_modules`)) return;
  console.error("bench:peers: installing TensorFlow.js and jax-js into bench/peers, once");
  const { status } = spawnSync("npm install --no-audit --no-fund --no-package-lock", {
    cwd: folder,
    shell: true,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) console.error("bench:peers: not installed; their columns stay empty");
}
