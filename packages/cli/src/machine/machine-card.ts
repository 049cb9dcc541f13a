import { arch, cpus, release, totalmem, type } from "node:os";
import type { MachineCard } from "@actbench/core";
import { coreCount } from "./cores.js";

/** This machine as a report names it: no user, host name or path. */
export function machineCard(fma: boolean): MachineCard {
  return {
    cpu: cpus()[0]?.model.trim().replace(/\s+/g, " ") ?? "unknown",
    cores: coreCount(),
    memory_bytes: memoryLimit(),
    os: `${type()} ${release()}`,
    arch: arch(),
    node: process.versions.node,
    v8: process.versions.v8,
    fma,
  };
}

/** Memory this process may use: a container's limit where there is one. */
function memoryLimit(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
