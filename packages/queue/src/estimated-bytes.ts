import { type DatasetFacts, estimateTrialBytes, type PointSpec } from "@actbench/core/internal";

/** The memory that a trial is estimated to need; 0 where its data is not known, or it cannot be laid out. */
export function estimatedBytes(spec: PointSpec, datasets: readonly DatasetFacts[]): number {
  const facts = datasets.find(({ hash }) => hash === spec.dataset.hash);
  if (facts === undefined) return 0;
  try {
    return estimateTrialBytes(spec, facts);
  } catch {
    // It fails when it is trained, and its record says why.
    return 0;
  }
}
