import type { EpochRecord, ErrorRecord, Failed, OutOfMemory } from "@actbench/core/internal";
import { machineBytes } from "./machine-bytes.js";

/** What a trial had reached when it failed. */
export interface Reached {
  readonly id: string;
  readonly curve: readonly EpochRecord[];
}

/**
 * The record of a trial whose thread answered by an error or died of one; the curve is kept as far as it
 * came.
 */
export function failureRecord(
  { id, curve }: Reached,
  error: ErrorRecord,
  heapBytes: number,
): Failed | OutOfMemory {
  switch (error.code) {
    case "ERR_WORKER_OUT_OF_MEMORY":
      return { status: "out_of_memory", id, curve, limit_bytes: heapBytes };
    case "out_of_memory":
      return { status: "out_of_memory", id, curve, limit_bytes: machineBytes() };
    default:
      return { status: "failed", id, curve, error };
  }
}
