import { totalmem } from "node:os";

/** Memory that this process may use: the machine's, or the container's where that is less. */
export function machineBytes(): number {
  const constrained = process.constrainedMemory() ?? 0;
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
