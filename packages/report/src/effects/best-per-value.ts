import { canonicalJson, type Json } from "@actbench/core/internal";
import { goodDirection } from "../metrics/good-direction.js";
import type { Comparable } from "../verdict/comparable.js";
import { pairPoints } from "../verdict/pair-points.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import type { BestEffect, BestPerValue } from "./axis-effects.js";
import { choiceFor, choose } from "./choose.js";

/** Own-best comparisons that wait for their verdicts. */
export interface BestDraft {
  readonly effects: readonly (Omit<BestEffect, "paired"> & { readonly comparable: Comparable })[];
  finish(judged: readonly JudgedEffect[]): BestPerValue;
}

export interface BestPerValueOptions {
  readonly axis: string;
  readonly baseline: Json;
  readonly values: readonly Json[];
}

/**
 * Chooses each value's best point on validation; returns the reason as a text if that is not allowed or not
 * possible.
 */
export function bestDraft(
  view: RunView,
  { axis, baseline, values }: BestPerValueOptions,
): BestDraft | string {
  const choice = choiceFor(view);
  if (choice === undefined) return "no validation examples were held out, so settings cannot be chosen";
  const { chosenBy, metric } = choice;
  const holding = (value: Json): readonly PointView[] => {
    const key = canonicalJson(value);
    return view.points.filter(({ configuration: { settings } }) => {
      const own = settings[axis];
      return own !== undefined && canonicalJson(own) === key;
    });
  };
  const reference = holding(baseline);
  const base = choose(view, reference, chosenBy);
  if (base === undefined) return "no configuration of the baseline has a result to choose by";
  const metricSign = goodDirection(metric, view.study.metric);
  const drafts = values.map((value) => {
    const candidates = holding(value);
    return { value, candidates: candidates.length, chosen: choose(view, candidates, chosenBy) };
  });
  const effects = drafts.flatMap(({ value, candidates, chosen }) => {
    if (chosen === undefined) return [];
    const sample = pairPoints(
      [
        [
          { view, point: base },
          { view, point: chosen },
        ],
      ],
      metric,
    );
    return { value, candidates, chosen, comparable: { sample, metric, sign: metricSign } };
  });
  return {
    effects,
    finish: (judged) => ({
      chosenBy,
      metric,
      metricSign,
      baseline: base,
      candidates: reference.length,
      effects: effects.flatMap(({ comparable: _, ...effect }, i) => {
        const paired = judged[i];
        return paired === undefined ? [] : { ...effect, paired };
      }),
      without: drafts.flatMap(({ value, chosen }) => (chosen === undefined ? [value] : [])),
    }),
  };
}
