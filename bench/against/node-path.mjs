import { spawnSync } from "node:child_process";

/** A version of Node that npm fetches, or the running one: its program and version. */
export function pathOfNode(version) {
  if (version === undefined) return { path: process.execPath, version: process.versions.node };
  const words = ["--yes", "--package", `node@${version}`, "--", "node", "-p", "process.execPath"];
  const { stdout, stderr, status } = spawnSync("npx", words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`npm has no node@${version}: ${stderr}`);
  return { path: stdout.trim(), version };
}
