import type { StudyRecord } from "@actbench/core/internal";

/** What is known of a study before its trials. */
export type PlannedStudy = Pick<
  StudyRecord,
  "hash" | "axes" | "seeds" | "confirm" | "baseline" | "metric" | "stats" | "claims"
>;
