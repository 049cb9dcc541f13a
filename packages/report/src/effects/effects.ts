import { canonicalJson, type Json } from "@actbench/core";
import type { Correction } from "../stats/adjust.js";
import type { Comparable } from "../verdict/judge-family.js";
import { judgeGroups } from "../verdict/judge-groups.js";
import { type Couple, pairPoints } from "../verdict/pair-points.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { RunView } from "../view/run-view.js";
import type { AxisEffects } from "./axis-effects.js";
import { type BestDraft, bestDraft } from "./own-best.js";
import { type Place, placesOf } from "./places.js";

/** An axis with its baseline before anything is judged. */
interface Draft {
  readonly axis: string;
  readonly baseline: Json;
  readonly headline: AxisEffects["headline"];
  readonly values: readonly Json[];
  readonly places: readonly Place[];
  /** At equal settings, one per value. */
  readonly equal: readonly Comparable[];
  readonly best: BestDraft | string;
}

/**
 * Effects of every axis that has a baseline. The headline comparisons of all axes are the declared family, corrected as
 * the study says; the other comparison and the single places are exploration, corrected after Benjamini and Hochberg.
 */
export function effectsOf(view: RunView): readonly AxisEffects[] {
  const known = remembered.get(view);
  if (known !== undefined) return known;
  const effects = judgedEffects(view);
  remembered.set(view, effects);
  return effects;
}

// Sections and findings ask for the same effects of one view.
const remembered = new WeakMap<RunView, readonly AxisEffects[]>();

function judgedEffects(view: RunView): readonly AxisEffects[] {
  const drafts = view.study.axes.flatMap(({ name, values }) => draftOf(view, name, values) ?? []);
  const { correction } = view.study.stats;
  const declared = judged(view, drafts.map(headlineOf), correction);
  return drafts.map((draft, i) => finish(view, draft, declared[i] ?? []));
}

function draftOf(view: RunView, axis: string, all: readonly Json[]): Draft | undefined {
  const baseline = view.study.baseline?.[axis];
  if (baseline === undefined) return undefined;
  const key = canonicalJson(baseline);
  const places = placesOf(view, axis).filter(({ points }) => points.has(key));
  const values = all.filter((value) => canonicalJson(value) !== key);
  if (places.length === 0 || values.length === 0) return undefined;
  const best = bestDraft(view, { axis, baseline, values });
  const tuned = axis !== "train.lr" && view.study.axes.some(({ name }) => name === "train.lr");
  return {
    axis,
    baseline,
    values,
    places,
    best,
    equal: values.map((value) => atEqual(view, places, [baseline, value])),
    headline: tuned && typeof best !== "string" ? "best" : "equal",
  };
}

function atEqual(
  view: RunView,
  places: readonly Place[],
  [baseline, value]: readonly [Json, Json],
): Comparable {
  const couples = places.flatMap(({ points }): Couple[] => {
    const [a, b] = [points.get(canonicalJson(baseline)), points.get(canonicalJson(value))];
    return a === undefined || b === undefined
      ? []
      : [
          [
            { view, point: a },
            { view, point: b },
          ],
        ];
  });
  return { sample: pairPoints(couples, view.metric), metric: view.metric, sign: view.metricSign };
}

function bestOf({ best }: Draft): readonly Comparable[] {
  return typeof best === "string" ? [] : best.effects.map(({ comparable }) => comparable);
}

function headlineOf(draft: Draft): readonly Comparable[] {
  return draft.headline === "best" ? bestOf(draft) : draft.equal;
}

type Groups = readonly (readonly Comparable[])[];

function judged(view: RunView, groups: Groups, correction: Correction) {
  return judgeGroups(groups, { level: view.level, correction, within: view.study.stats.equivalent_within });
}

function finish(view: RunView, draft: Draft, headline: readonly JudgedEffect[]): AxisEffects {
  const { axis, baseline, values, best } = draft;
  const explored = (groups: Groups) =>
    judged(view, groups, view.study.stats.correction === "none" ? "none" : "bh");
  const other = explored([draft.headline === "best" ? draft.equal : bestOf(draft)])[0] ?? [];
  const [equal, own] = draft.headline === "best" ? [other, headline] : [headline, other];
  return {
    axis,
    baseline,
    headline: draft.headline,
    overall: { effects: withPaired(values, equal) },
    places: placeEffects(view, draft, explored),
    ...(typeof best === "string" ? { whyNoBest: best } : { best: best.finish(own) }),
  };
}

function withPaired(values: readonly Json[], effects: readonly JudgedEffect[]) {
  return values.flatMap((value, i) => {
    const paired = effects[i];
    return paired === undefined ? [] : { value, paired };
  });
}

function placeEffects(
  view: RunView,
  { places, values, baseline }: Draft,
  explored: (groups: Groups) => readonly (readonly JudgedEffect[])[],
): AxisEffects["places"] {
  const held = places.map(({ points }) => values.filter((value) => points.has(canonicalJson(value))));
  const effects = explored(
    places.map((place, i) => (held[i] ?? []).map((value) => atEqual(view, [place], [baseline, value]))),
  );
  return places.map(({ settings }, i) => ({
    settings,
    effects: withPaired(held[i] ?? [], effects[i] ?? []),
  }));
}
