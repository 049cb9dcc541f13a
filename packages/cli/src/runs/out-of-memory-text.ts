import type { OutOfMemory } from "@actbench/core/internal";
import { formatBytes } from "@actbench/report";

/** What a trial needed and what there was. */
export function outOfMemoryText({ needed_bytes, limit_bytes }: OutOfMemory): string {
  const needed = needed_bytes === undefined ? "" : `needs ${formatBytes(needed_bytes)}, `;
  return `out of memory: ${needed}the limit is ${formatBytes(limit_bytes)}; lower model.hidden or train.batch_size`;
}
