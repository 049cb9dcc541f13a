import { type StudyPoint, trialCost } from "@actbench/core/internal";

/** What costs need of a dataset. */
interface DataSize {
  readonly name: string;
  readonly inputs: number;
  readonly classes: number;
}

/** Floating-point operations of one trial of each point, counted from its spec, by point number. */
export function pointCosts(points: readonly StudyPoint[], data: readonly DataSize[]): readonly number[] {
  const sizes = new Map(data.map((one) => [one.name, one]));
  return points.map(({ spec }) => trialCost(spec, sizes.get(spec.dataset.name) ?? { inputs: 1, classes: 1 }));
}
