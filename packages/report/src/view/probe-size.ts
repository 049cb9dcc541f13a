import type { PointView } from "./point-view.js";

/** Examples of the probe behind a point's rates; more than one number where trials differ. */
export function probeSize({ trials }: PointView): readonly number[] {
  const sizes = trials.flatMap(({ record }) =>
    record?.status === "completed" ? (record.probe_n ?? []) : [],
  );
  return [...new Set(sizes)].sort((a, b) => a - b);
}
