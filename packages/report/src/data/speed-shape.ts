import { speedShape as coreShape, ShapeError, type SpeedLane } from "@actbench/core/internal";
import { ReportDataError } from "./report-data-error.js";
import type { Shape } from "./shape.js";

/** What the quiet speed lane measured, as a page holds it: core's own shape, so that no key of a lane is lost. */
export const speedShape: Shape<SpeedLane> = (value) => {
  const { format } = (value ?? {}) as { readonly format?: unknown };
  if (typeof format === "number" && format !== 1)
    throw new ReportDataError(`speed figures of format ${format}; this version reads 1`);
  try {
    return coreShape(value);
  } catch (error) {
    if (error instanceof ShapeError) throw new ReportDataError(error.problem, error.place);
    throw error;
  }
};
