import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./root.mjs";

/** A commit in a separate work tree, installed and built; `remove` deletes it. */
export async function checkOut(commit) {
  const folder = mkdtempSync(join(tmpdir(), "actbench-against-"));
  const root = join(folder, "tree");
  const remove = () => {
    spawnSync("git", ["worktree", "remove", "--force", root], { cwd: ROOT });
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    run("git", ["worktree", "add", "--detach", root, commit], ROOT);
    run("npx", ["--yes", "pnpm@12.21.0", "install", "--frozen-lockfile"], root);
    run("npx", ["--yes", "pnpm@12.21.0", "build"], root);
  } catch (error) {
    remove();
    throw error;
  }
  return { root, name: commit, remove };
}

function run(program, args, cwd) {
  console.error(`${program} ${args.join(" ")}`);
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args[0]} failed:\n${stdout}${stderr}`);
}
