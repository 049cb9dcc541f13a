import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { cgroupQuotas } from "./cgroup-quotas.js";

/** Cores this process may use: affinity and cgroup limit respected; at least 1. */
export function coreCount(): number {
  // Node 20's libuv knows affinity but not cgroup quotas, so a container's limit is read here.
  return cgroupQuotas(readOrNothing).reduce(limitCores, availableParallelism());
}

/**
 * Cores under a cgroup quota, as `cpu.max` writes it (`"150000 100000"` or `"max 100000"`; in version 1 −1 is
 * no limit). A part of a core is no room for a worker: 1.5 gives 1.
 */
export function limitCores(cores: number, quota: string): number {
  const [limit = "max", period = "100000"] = quota.split(/\s+/);
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
