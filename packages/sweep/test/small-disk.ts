import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A separate real file system in memory. */
export interface SmallDisk {
  readonly folder: string;
  /** Remounts it with other options, such as `size=1m` or `ro`; what it holds stays. */
  remount(options: string): void;
}

/** Mounts a small file system that the end of the test takes away. Throws where that is not permitted. */
export function smallDisk(options: string): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "actbench small disk "));
  mount(["-t", "tmpfs", "-o", options, "none", folder]);
  onTestFinished(() => {
    spawnSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, remount: (changed) => mount(["-o", `remount,${changed}`, folder]) };
}

/** Whether this process may mount; if not, prints in one line what is skipped. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "actbench mount "));
  try {
    mount(["-t", "tmpfs", "-o", "size=64k", "none", folder]);
    spawnSync("umount", [folder]);
    return true;
  } catch (error) {
    console.warn(`skipped: real full and read-only disks need the right to mount (${String(error)})`);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mount(args: readonly string[]): void {
  const { status, stderr, error } = spawnSync("mount", args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`mount ${args.join(" ")}: ${error?.message ?? stderr.trim()}`);
}
