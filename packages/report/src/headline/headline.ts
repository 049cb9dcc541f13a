import { canonicalJson, type Json } from "@actbench/core/internal";
import type { AxisEffects } from "../effects/axis-effects.js";
import { effectsOf } from "../effects/effects.js";
import { formatValue } from "../format/format-value.js";
import { equivalenceMargin } from "../verdict/margin.js";
import { studyRules } from "../verdict/study-rules.js";
import { grouped } from "../view/grouped.js";
import type { PointView } from "../view/point-view.js";
import type { RunView } from "../view/run-view.js";
import { freshHeadline } from "./fresh-headline.js";
import { bestFirst, type Headline, headlineSide } from "./headline-row.js";
import { leaderHeadline } from "./leader.js";

/**
 * The headline of a run; undefined where there is nothing to compare. Where finalists ran on fresh seeds it
 * is made from these, which chose nothing.
 */
export function headlineOf(view: RunView): Headline | undefined {
  if (!known.has(view))
    known.set(view, freshHeadline(view) ?? baselineHeadline(view) ?? leaderHeadline(view));
  return known.get(view);
}

// The page, its title and the terminal ask for the same.
const known = new WeakMap<RunView, Headline | undefined>();

function baselineHeadline(view: RunView): Headline | undefined {
  const all = effectsOf(view);
  const chosen = all.find(({ axis }) => axis === "activation") ?? all[0];
  if (chosen === undefined) return undefined;
  const { axis, baseline } = chosen;
  const holding = pointsByValue(view, axis);
  const best = chosen.headline === "best" ? chosen.best : undefined;
  const sideOf = (value: Json, own: PointView | undefined): Headline["reference"] =>
    headlineSide(formatValue(value), own === undefined ? (holding.get(canonicalJson(value)) ?? []) : [own]);
  const effects = best?.effects ?? chosen.overall.effects;
  const metric = best?.metric ?? view.metric;
  const sign = best?.metricSign ?? view.metricSign;
  const rules = studyRules(view, "declared");
  const rows = effects.map((effect) => ({
    ...sideOf(effect.value, chosenOf(best, effect.value)),
    paired: effect.paired,
  }));
  return {
    kind: "baseline",
    correction: rules.correction,
    of: axis === "activation" ? "activation" : { axis },
    reference: sideOf(baseline, best?.baseline),
    place: best === undefined ? "equal" : "best",
    seeds: view.study.seeds.length,
    metric,
    sign,
    margin: equivalenceMargin(metric, rules),
    rows: bestFirst(rows, sign),
  };
}

function chosenOf(best: AxisEffects["best"], value: Json): PointView | undefined {
  return best?.effects.find((effect) => effect.value === value)?.chosen;
}

function pointsByValue({ points }: RunView, axis: string): ReadonlyMap<string, readonly PointView[]> {
  return grouped(points, ({ configuration: { settings } }) =>
    settings[axis] === undefined ? undefined : canonicalJson(settings[axis]),
  );
}
