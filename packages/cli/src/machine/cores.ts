import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

// Node 20's libuv knows affinity but not cgroup quotas, so a container's limit is read here.
const QUOTA_FILES = ["/sys/fs/cgroup/cpu.max", "/sys/fs/cgroup/cpu/cpu.cfs_quota_us"] as const;

/** Cores this process may use: affinity and cgroup limit respected; at least 1. */
export function coreCount(): number {
  return limitCores(
    availableParallelism(),
    QUOTA_FILES.map(readOrNothing).find((text) => text !== ""),
  );
}

/**
 * Cores under a cgroup quota, as `cpu.max` writes it (`"150000 100000"` or `"max 100000"`; version 1 holds
 * the quota alone, over a period of 100000). A part of a core is no room for a worker: 1.5 gives 1.
 */
export function limitCores(cores: number, quota: string | undefined): number {
  const [limit = "max", period = "100000"] = (quota ?? "").trim().split(/\s+/);
  const share = Number(limit) / Number(period);
  return Number.isFinite(share) && share > 0 ? Math.max(1, Math.min(cores, Math.floor(share))) : cores;
}

function readOrNothing(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // No such file: another system, another cgroup version, or no limit.
    return "";
  }
}
