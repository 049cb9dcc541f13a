import { type StudyPoint, type TaskData, trialCost } from "@actbench/core/internal";

/** Floating-point operations of one trial of each point, counted from its spec, by point number. */
export function pointCosts(
  points: readonly StudyPoint[],
  data: readonly (TaskData & { readonly name: string })[],
): readonly number[] {
  const sizes = new Map(data.map((one) => [one.name, one]));
  return points.map(({ spec }) => trialCost(spec, sizes.get(spec.dataset.name) ?? { inputs: 1, classes: 1 }));
}
