import { arch, cpus, release, type } from "node:os";
import type { MachineCard } from "@actbench/core/internal";
import { machineBytes } from "@actbench/workers";
import { coreCount } from "./cores.js";

/** This machine as a report names it: no user, host name or path. */
export function machineCard(fma: boolean): MachineCard {
  return {
    cpu: cpus()[0]?.model.trim().replace(/\s+/g, " ") ?? "unknown",
    cores: coreCount(),
    memory_bytes: machineBytes(),
    os: `${type()} ${release()}`,
    arch: arch(),
    node: process.versions.node,
    v8: process.versions.v8,
    fma,
  };
}
