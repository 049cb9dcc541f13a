import { rankingScore } from "@actbench/core/internal";
import { settingsGroups } from "../effects/settings-groups.js";
import type { MetricName } from "../metrics/metric-name.js";
import { countSeeds } from "../verdict/counted.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import type { NotShown } from "./not-shown.js";

/** Ranks over fewer conditions are an anecdote (Demšar 2006 asks for more than five). */
export const MIN_CONDITIONS = 6;

/** A combination of dataset and settings under which every activation was trained. */
export interface ComparedCondition {
  /** By activation, then by seed. */
  readonly scores: readonly (readonly number[])[];
}

export interface Conditions {
  readonly metric: MetricName;
  readonly activations: readonly string[];
  readonly conditions: readonly ComparedCondition[];
  /** Conditions without a value of some activation at some seed. */
  readonly leftOut: number;
}

/**
 * What datasets can be compared by, more of it being better: an accuracy, of numbers R², which has no unit.
 */
function comparedBy(views: readonly RunView[]): MetricName {
  const specs = views.flatMap(({ points }) => points.map(({ configuration }) => configuration.spec));
  return rankingScore(specs) === "rmse" ? "test_r2" : "test_accuracy";
}

/**
 * The conditions of all runs of a page: datasets and combinations of the other settings, each with the test
 * accuracy or R² of every activation that all conditions share, at every seed that all runs share. A diverged
 * trial counts as chance.
 */
export function conditionsOf(views: readonly RunView[]): Conditions | NotShown {
  const metric = comparedBy(views);
  const places = views.flatMap((view) =>
    settingsGroups(view, "activation").map(({ points }) => ({ view, points })),
  );
  const [first, ...others] = places;
  const shared = [...(first?.points.keys() ?? [])].filter((key) =>
    others.every(({ points }) => points.has(key)),
  );
  const seedsOf = views.map(({ study }) => new Set(study.seeds));
  const seeds = (views[0]?.study.seeds ?? []).filter((seed) => seedsOf.every((own) => own.has(seed)));
  if (shared.length < 2 || seeds.length === 0)
    return { why: "no two activations were trained under all conditions" };
  const scores = (view: RunView, point: PointView | undefined): readonly number[] => {
    const counted = point && countSeeds(view, point, metric);
    return seeds.flatMap((seed) => {
      const one = counted?.get(seed);
      return one !== undefined && "value" in one ? one.value : [];
    });
  };
  const all = places.map(
    ({ view, points }): ComparedCondition => ({
      scores: shared.map((key) => scores(view, points.get(key))),
    }),
  );
  const conditions = all.filter((one) => one.scores.every(({ length }) => length === seeds.length));
  if (conditions.length < MIN_CONDITIONS)
    return {
      why: `the page holds ${conditions.length} complete ${conditions.length === 1 ? "condition" : "conditions"} (datasets and combinations of other settings), and rank statistics need at least ${MIN_CONDITIONS}`,
    };
  const activations = shared.map((key) => String(JSON.parse(key)));
  return { metric, activations, conditions, leftOut: all.length - conditions.length };
}
