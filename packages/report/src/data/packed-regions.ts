import { type DecisionRegions, shape } from "@actbench/core/internal";
import { REGION_LIMITS } from "../analysis/region-limits.js";
import { readCellRuns, writeCellRuns } from "./cell-runs.js";
import { ReportDataError } from "./report-data-error.js";

const { count, list, number, object, optional, text, tuple } = shape;

// A stranger's page may claim any size.
const MAX_SIDE = 64;

/** Decision regions as a page's head holds them: their cells as `cell-runs.ts` writes them. */
export const packedRegionsShape: shape.Shape<DecisionRegions> = object({
  point: count,
  seed: number,
  domain: tuple(number, number, number, number),
  side: count,
  examples: optional(list(tuple(number, number, count))),
  frames: list(
    object({ epoch: count, classes: text, sure: optional(text), dead: list(tuple(number, number, number)) }),
  ),
});

/** Decision regions for a page's head. */
export function packRegions({ frames, ...regions }: DecisionRegions): DecisionRegions {
  return {
    ...regions,
    frames: frames.map(({ sure, ...frame }) => ({
      ...frame,
      classes: writeCellRuns(frame.classes),
      ...(sure !== undefined && { sure: writeCellRuns(sure) }),
    })),
  };
}

/** Decision regions out of a page's head. */
export function unpackRegions({ frames, ...regions }: DecisionRegions): DecisionRegions {
  const { side } = regions;
  if (side < 1 || side > MAX_SIDE || frames.length > REGION_LIMITS.epochs)
    throw new ReportDataError(`regions of ${side} cells a side at ${frames.length} epochs`);
  return {
    ...regions,
    frames: frames.map(({ sure, ...frame }) => ({
      ...frame,
      classes: readCellRuns(frame.classes, side * side),
      ...(sure !== undefined && { sure: readCellRuns(sure, side * side) }),
    })),
  };
}
