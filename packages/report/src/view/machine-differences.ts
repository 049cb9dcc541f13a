import type { MachineCard } from "@actbench/core/internal";

/** Speed is compared within one class of machines only: those that are equal in these. */
const CLASS = [
  "cpu",
  "cores",
  "memory_bytes",
  "arch",
  "node",
  "fma",
] as const satisfies readonly (keyof MachineCard)[];

/** In what two machines differ that speed depends on; nothing: they are of one class. */
export function machineDifferences(a: MachineCard, b: MachineCard): readonly (keyof MachineCard)[] {
  return CLASS.filter((key) => a[key] !== b[key]);
}
