import { canonicalJson, type Json } from "@actbench/core/internal";
import type { Comparable } from "../verdict/comparable.js";
import { judgeFamily, judgeWhenAsked } from "../verdict/judge-family.js";
import { judgeGroups } from "../verdict/judge-groups.js";
import { type Couple, pairPoints } from "../verdict/pair-points.js";
import { studyRules } from "../verdict/study-rules.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { RunView } from "../view/run-view.js";
import type { AxisEffects, Effect, EffectsPlace } from "./axis-effects.js";
import { type BestDraft, bestDraft } from "./best-per-value.js";
import { type SettingsGroup, settingsGroups } from "./settings-groups.js";

/** An axis with its baseline before anything is judged. */
interface Draft {
  readonly axis: string;
  readonly baseline: Json;
  readonly headline: AxisEffects["headline"];
  readonly values: readonly Json[];
  readonly places: readonly SettingsGroup[];
  /** At equal settings, one per value. */
  readonly equal: readonly Comparable[];
  readonly best: BestDraft | string;
}

/**
 * Effects of every axis that has a baseline. The headline comparisons of all axes are the declared family,
 * corrected as the study says; the other comparison and the single places are exploration, corrected after
 * Benjamini and Hochberg.
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
  const declared = judgeGroups(drafts.map(headlineOf), studyRules(view, "declared"));
  return drafts.map((draft, i) => finish(view, draft, declared[i] ?? []));
}

function draftOf(view: RunView, axis: string, all: readonly Json[]): Draft | undefined {
  const baseline = view.study.baseline?.[axis];
  if (baseline === undefined) return undefined;
  const key = canonicalJson(baseline);
  const places = settingsGroups(view, axis).filter(({ points }) => points.has(key));
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
  places: readonly SettingsGroup[],
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

function finish(view: RunView, draft: Draft, headline: readonly JudgedEffect[]): AxisEffects {
  const { axis, baseline, values, best } = draft;
  const other = judgeFamily(
    draft.headline === "best" ? draft.equal : bestOf(draft),
    studyRules(view, "exploratory"),
  );
  const [equal, own] = draft.headline === "best" ? [other, headline] : [headline, other];
  return {
    axis,
    baseline,
    headline: draft.headline,
    overall: { effects: withPaired(values, equal) },
    places: placeEffects(view, draft),
    ...(typeof best === "string" ? { whyNoBest: best } : { best: best.finish(own) }),
  };
}

function withPaired(values: readonly Json[], effects: readonly JudgedEffect[]) {
  return values.flatMap((value, i) => {
    const paired = effects[i];
    return paired === undefined ? [] : { value, paired };
  });
}

function placeEffects(view: RunView, { places, values, baseline }: Draft): AxisEffects["places"] {
  const drafts = places.map((place) => {
    const held = values.filter((value) => place.points.has(canonicalJson(value)));
    return held.map((value) => ({ value, comparable: atEqual(view, [place], [baseline, value]) }));
  });
  const family = drafts.flat().map(({ comparable }) => comparable);
  const judge = judgeWhenAsked(family, studyRules(view, "exploratory"));
  let end = 0;
  return drafts.map((draft, i) => {
    const start = end;
    end += draft.length;
    const judged = () =>
      draft.map(({ value, comparable }, k) => ({ value, paired: judge(comparable, start + k) }));
    return placeOf(places[i]?.settings ?? {}, judged);
  });
}

/** A page shows few of the places, and the intervals of all would take most of its time. */
function placeOf(settings: SettingsGroup["settings"], judged: () => readonly Effect[]): EffectsPlace {
  let effects: readonly Effect[] | undefined;
  return {
    settings,
    get effects() {
      effects ??= judged();
      return effects;
    },
  };
}
