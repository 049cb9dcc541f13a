import type { DecisionRegions } from "@actbench/core";
import { ReportDataError } from "./report-data-error.js";
import { count, list, number, object, type Shape, text, tuple } from "./shape.js";

// A stranger's page may claim any size.
const LARGEST_SIDE = 64;
const MOST_FRAMES = 24;

const fields = object({
  point: count,
  seed: number,
  domain: tuple(number, number, number, number),
  side: count,
  frames: list(object({ epoch: count, classes: text, dead: list(tuple(number, number, number)) })),
});

/** Decision regions as a page holds them. */
export const regionsShape: Shape<DecisionRegions> = (value) => {
  const regions = fields(value);
  const { side, frames } = regions;
  if (side < 1 || side > LARGEST_SIDE || frames.length > MOST_FRAMES)
    throw new ReportDataError(`regions of ${side} cells a side at ${frames.length} epochs`);
  for (const { classes } of frames)
    if (classes.length !== side * side || !/^[0-9a-z]*$/.test(classes))
      throw new ReportDataError(`regions of ${classes.length} cells, not ${side * side}`);
  return regions;
};
