import { classChance, lastEpoch } from "@actbench/core/internal";
import { twoGroups } from "../stats/two-groups.js";
import { chanceAt } from "./chance.js";
import type { PointView } from "./point-view.js";
import type { RunView } from "./run-view.js";
import { seedOutcomes } from "./training-outcome.js";

/** Completed seeds of a point that fall into two groups: those that learned, and those that did not. */
export interface SeedGroups {
  /** What the accuracies are of: training examples where those were scored. */
  readonly part: "train" | "validation" | "test";
  /** Accuracies of the seeds of each group, ascending. */
  readonly failed: readonly number[];
  readonly learned: readonly number[];
  /** Every failed seed gives one answer to all inputs. */
  readonly collapsed: boolean;
  /** Of one group with one mode. */
  readonly p: number;
}

/** The level of the test, for each point. */
const ALPHA = 0.05;

/**
 * The two groups of a point's seeds where a test says that there are two, where one of them lost more than
 * half of what the other learned beyond chance, and where their common mean lies between the two, so that it
 * describes no seed. Undefined otherwise, and where no accuracy or no chance level is known.
 */
export function seedGroups(view: RunView, point: PointView): SeedGroups | undefined {
  const byPoint = known.get(view) ?? new Map<PointView, SeedGroups | undefined>();
  known.set(view, byPoint);
  if (!byPoint.has(point)) byPoint.set(point, foundGroups(view, point));
  return byPoint.get(point);
}

// Sections, findings and verdicts ask for the same groups of one view.
const known = new WeakMap<RunView, Map<PointView, SeedGroups | undefined>>();

function foundGroups(view: RunView, point: PointView): SeedGroups | undefined {
  const chance = classChance(chanceAt(view, point))?.commonest;
  const { dataset, train } = point.configuration.spec;
  if (chance === undefined || train.epochs === 0) return undefined;
  const scores = seedScores(point);
  const part = (["train", "validation", "test"] as const).find((name) =>
    scores.every((score) => score[name] !== undefined),
  );
  if (part === undefined || scores.length < 3) return undefined;
  const seeds = scores.map((score, i) => ({ accuracy: score[part] ?? 0, i }));
  const accuracies = seeds.map(({ accuracy }) => accuracy);
  const center = accuracies.reduce((sum, value) => sum + value, 0) / accuracies.length;
  // Split only where the mean separates what learned from what did not, because the test draws samples.
  const [below, above] = [accuracies.filter((v) => v < center), accuracies.filter((v) => v >= center)];
  if (!isHalfLost(below, above, chance)) return undefined;
  const found = twoGroups(accuracies, 1 / dataset[part]);
  if (found === undefined || found.p > ALPHA) return undefined;
  const sorted = seeds.toSorted((a, b) => a.accuracy - b.accuracy);
  const [failed, learned] = [sorted.slice(0, found.lower), sorted.slice(found.lower)];
  const values = (group: typeof seeds): readonly number[] => group.map(({ accuracy }) => accuracy);
  const between = (failed.at(-1)?.accuracy ?? 1) < center && center < (learned[0]?.accuracy ?? 0);
  if (!between || !isHalfLost(values(failed), values(learned), chance)) return undefined;
  const outcomes = seedOutcomes(view, point);
  // Constant answers of two classes are two groups of accuracies, of which none learned.
  if (learned.every(({ i }) => outcomes[i] === "constant")) return undefined;
  return {
    part,
    failed: values(failed),
    learned: values(learned),
    collapsed: failed.every(({ i }) => outcomes[i] === "constant"),
    p: found.p,
  };
}

type Accuracies = Partial<Readonly<Record<SeedGroups["part"], number>>>;

/** Accuracies at the end of each completed seed, in the order of the trials. */
function seedScores({ trials }: PointView): readonly Accuracies[] {
  return trials.flatMap(({ record }): Accuracies[] => {
    if (record?.status !== "completed") return [];
    const { train, validation, test } = lastEpoch(record) ?? {};
    return [
      {
        ...(train?.accuracy === undefined ? {} : { train: train.accuracy }),
        ...(validation?.accuracy === undefined ? {} : { validation: validation.accuracy }),
        ...(test?.accuracy === undefined ? {} : { test: test.accuracy }),
      },
    ];
  });
}

/**
 * Whether the lower values kept less than half, on the average, of what the upper ones have beyond chance.
 */
function isHalfLost(lower: readonly number[], upper: readonly number[], chance: number): boolean {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  return lower.length > 0 && mean(lower) - chance < (mean(upper) - chance) / 2;
}
