import type { SpeedLane } from "@actbench/core";
import { ReportDataError } from "./report-data-error.js";
import { list, number, object, optional, type Shape, text, truth } from "./shape.js";
import { machineShape } from "./study-shape.js";

const rounds = list(object({ p50_ns: number, mad_ns: number, n: number }));

const laneShape = object({
  format: number,
  created: text,
  version: text,
  engine: number,
  machine: machineShape,
  groups: list(
    object({
      network: text,
      baseline: text,
      others: list(number),
      subjects: list(
        object({
          id: text,
          activation: text,
          twin: truth,
          flat: truth,
          step: rounds,
          forward: optional(rounds),
          backward: optional(rounds),
        }),
      ),
    }),
  ),
});

/** What the quiet speed lane measured, as a page holds it. */
export const speedShape: Shape<SpeedLane> = (value) => {
  const { format, ...lane } = laneShape(value);
  if (format !== 1) throw new ReportDataError(`speed figures of format ${format}; this version reads 1`);
  return { format, ...lane };
};
