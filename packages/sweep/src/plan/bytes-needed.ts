import {
  type DatasetFacts,
  type ErrorRecord,
  estimateTrialBytes,
  type PointSpec,
} from "@actbench/core/internal";

/**
 * The memory a trial is estimated to need; 0 where its data is not known. A spec that cannot be laid out is
 * the trial's own fault, not the run's: it gives the error.
 */
export function bytesNeeded(spec: PointSpec, datasets: readonly DatasetFacts[]): number | ErrorRecord {
  const facts = datasets.find(({ hash }) => hash === spec.dataset.hash);
  if (facts === undefined) return 0;
  try {
    return estimateTrialBytes(spec, facts);
  } catch (error) {
    return { code: "layout", message: error instanceof Error ? error.message : String(error) };
  }
}
