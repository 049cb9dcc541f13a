import type { MachineCard } from "@actbench/core/internal";

/** A machine that stands for any. */
export const MACHINE: MachineCard = {
  cpu: "test",
  cores: 2,
  memory_bytes: 2 ** 33,
  os: "test",
  arch: "x64",
  node: "20.0.0",
  v8: "1",
  fma: false,
};
