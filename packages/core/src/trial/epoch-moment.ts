import type { PointSpec } from "../contract/spec.js";

/** Where an epoch's end lies in its trial; one without an update ends where it starts. */
export type Moment = "start" | "between" | "end";

/** Examples on which units are measured between the ends under `every: sampled`. */
export const UNIT_SAMPLE = 5000;

export function epochMoment(step: number, steps: number): Moment {
  if (step >= steps) return "end";
  return step === 0 ? "start" : "between";
}

/** Whether units are read on the whole probe at a moment, on a sample of it, or not. */
export function unitsRead(
  { dataset, measure }: Pick<PointSpec, "dataset" | "measure">,
  moment: Moment,
): "whole" | "sample" | "none" {
  const { dead_units, every, probe } = measure;
  if (!dead_units || (every === "end" && moment === "between")) return "none";
  const size = probe === "train" ? dataset.train : Math.min(probe, dataset.train);
  return every === "sampled" && moment !== "end" && size > UNIT_SAMPLE ? "sample" : "whole";
}

/** Whether the training set, or the subset that `measure.train` names, has a score at a moment. */
export function isTrainingScored(spec: Pick<PointSpec, "dataset" | "measure">, moment: Moment): boolean {
  const { train, probe } = spec.measure;
  // A probe of the whole training set gives its score in the same pass.
  const isProbed = probe === "train" || probe >= spec.dataset.train;
  if (isProbed && unitsRead(spec, moment) === "whole") return true;
  switch (train) {
    case undefined:
      return true;
    case "running":
      return false;
    case "last":
      return moment === "end";
    case "ends":
      return moment !== "between";
    default:
      return true;
  }
}
