import type { DecisionRegions } from "@actbench/core/internal";
import { REGION_LIMITS } from "../analysis/region-limits.js";
import { readCellRuns, writeCellRuns } from "./cell-runs.js";
import { ReportDataError } from "./report-data-error.js";
import { count, list, number, object, type Shape, text, tuple } from "./shape.js";

// A stranger's page may claim any size.
const MAX_SIDE = 64;

const fields = object({
  point: count,
  seed: number,
  domain: tuple(number, number, number, number),
  side: count,
  frames: list(object({ epoch: count, classes: text, dead: list(tuple(number, number, number)) })),
});

/** Decision regions as a page's head holds them: their cells as `cell-runs.ts` writes them. */
export function packRegions({ frames, ...regions }: DecisionRegions): DecisionRegions {
  return {
    ...regions,
    frames: frames.map((frame) => ({ ...frame, classes: writeCellRuns(frame.classes) })),
  };
}

/** Decision regions out of a page's head. */
export const regionsShape: Shape<DecisionRegions> = (value) => {
  const { frames, ...regions } = fields(value);
  const { side } = regions;
  if (side < 1 || side > MAX_SIDE || frames.length > REGION_LIMITS.epochs)
    throw new ReportDataError(`regions of ${side} cells a side at ${frames.length} epochs`);
  return {
    ...regions,
    frames: frames.map((frame) => ({ ...frame, classes: readCellRuns(frame.classes, side * side) })),
  };
};
