import { type StudyPoint, trialId } from "@actbench/core/internal";
import { ReportDataError } from "./report-data-error.js";

/** Ids of trials by point and seed, out of their specifications; a page does not hold them. */
export function trialIds(points: readonly StudyPoint[]): (point: number, seed: number) => string {
  const specs = new Map(points.map(({ point, spec }) => [point, spec]));
  return (point, seed) => {
    const spec = specs.get(point);
    if (spec === undefined) throw new ReportDataError(`there is no point number ${point}`);
    return trialId({ ...spec, seed });
  };
}
