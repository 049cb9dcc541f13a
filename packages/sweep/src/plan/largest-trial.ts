import type { DatasetFacts, PointSpec, StudyPoint } from "@actbench/core/internal";
import { bytesNeeded } from "./bytes-needed.js";

/**
 * Memory of the trial that needs most, in bytes; points whose data is not known, or that cannot be laid out,
 * do not count.
 */
export function largestTrial(points: readonly StudyPoint[], datasets: readonly DatasetFacts[]): number {
  const seen = new Set<string>();
  const numbers = new Map<object, number>();
  const numberOf = (part: object): number => {
    if (!numbers.has(part)) numbers.set(part, numbers.size);
    return numbers.get(part) ?? 0;
  };
  let most = 0;
  for (const { spec } of points) {
    // Many points of a study differ in a rate or a schedule, which take no memory; points share their
    // sections.
    const shape = `${numberOf(spec.dataset)} ${numberOf(spec.model)} ${trainShape(spec)}`;
    if (seen.has(shape)) continue;
    seen.add(shape);
    const needed = bytesNeeded(spec, datasets);
    if (typeof needed === "number") most = Math.max(most, needed);
  }
  return most;
}

/** What of `train` memory can depend on: the batch, names, and which numbers are not 0. */
function trainShape({ train }: PointSpec): string {
  const parts = Object.entries(train).map(([name, value]) =>
    typeof value === "number" && name !== "batch_size" ? value !== 0 : value,
  );
  return JSON.stringify(parts);
}
