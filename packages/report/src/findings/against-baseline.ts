import type { Json } from "@actbench/core";
import type { AxisEffects, Effect } from "../effects/axis-effects.js";
import { effectsOf } from "../effects/effects.js";
import { formatEffect } from "../format/format-estimate.js";
import { formatTests } from "../format/format-verdict.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { RunView } from "../view/run-view.js";
import { type Finding, finding, type Part } from "./finding.js";

const shown = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

interface Headline {
  readonly metric: MetricName;
  readonly place: string;
  readonly effects: readonly Effect[];
}

/** The comparison that the study declares for an axis, with what it is judged by. */
function headlineOf(view: RunView, { headline, best, overall }: AxisEffects): Headline {
  return headline === "best" && best !== undefined
    ? { metric: best.metric, place: "each at its own best", effects: best.effects }
    : { metric: view.metric, place: "at equal settings", effects: overall.effects };
}

function size({ paired }: Effect): number {
  return Math.abs(paired.difference?.mean ?? 0);
}

/** Names with their effects: `elu (+0.10 pp [−0.20, +0.40], n = 5), tanh (…)`. */
function listed(effects: readonly Effect[], metric: MetricName): readonly Part[] {
  return effects.flatMap(({ value, paired }, i): Part[] => [
    ...(i === 0 ? [] : [", "]),
    { name: shown(value) },
    ` (${formatEffect(metric, paired.difference)})`,
  ]);
}

/**
 * What the verdicts against the baseline say: a sentence for each value that is better or worse, one for those that are
 * equivalent, one for those that are undecided. No verdict, no sentence.
 */
export function againstBaseline(view: RunView): readonly Finding[] {
  return effectsOf(view).flatMap((axis) => {
    const { metric, place, effects } = headlineOf(view, axis);
    const of = (verdict: string): readonly Effect[] =>
      effects.filter(({ paired }) => paired.verdict === verdict).toSorted((a, b) => size(b) - size(a));
    const against = { name: shown(axis.baseline) };
    const differs = (["better", "worse"] as const).flatMap((verdict) =>
      of(verdict).map(({ value, paired }) =>
        finding("effect", verdict === "better" ? "good" : "bad", [
          { name: shown(value) },
          ` is ${verdict} than `,
          against,
          `, ${place}: ${metricTitle(metric)} ${formatEffect(metric, paired.difference)} (${formatTests(paired)}).`,
        ]),
      ),
    );
    const same = of("equivalent");
    const open = of("undecided");
    const [first] = open;
    return [
      ...differs,
      ...(same.length === 0
        ? []
        : [
            finding("effect", "note", [
              "Equivalent to ",
              against,
              `, ${place}, ${metricTitle(metric)}: `,
              ...listed(same, metric),
              ".",
            ]),
          ]),
      ...(first === undefined
        ? []
        : [
            finding("effect", "note", [
              "Undecided against ",
              against,
              `, ${place}, ${metricTitle(metric)}: `,
              ...listed(open, metric),
              first.paired.why === "" ? "." : `; of the first, ${first.paired.why}.`,
            ]),
          ]),
    ];
  });
}
