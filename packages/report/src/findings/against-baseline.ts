import type { Json } from "@actbench/core/internal";
import type { AxisEffects, Effect } from "../effects/axis-effects.js";
import { effectsOf } from "../effects/effects.js";
import { formatPaired } from "../format/format-estimate.js";
import { formatTests, verdictReasons } from "../format/format-verdict.js";
import { freshHeadline } from "../headline/fresh-headline.js";
import { placeWords } from "../headline/headline-row.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import type { RunView } from "../view/run-view.js";
import { type Finding, finding, type Part } from "./finding.js";

const shown = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** A value against the baseline. */
interface Compared {
  readonly name: string;
  readonly paired: JudgedEffect;
}

interface Headline {
  readonly metric: MetricName;
  readonly place: string;
  readonly effects: readonly Compared[];
}

/**
 * The comparison that answers for an axis, with what it is judged by: of activations their finalists on fresh
 * seeds where these ran, else the one that the study declares.
 */
function headlineOf(view: RunView, { axis, headline, best, overall }: AxisEffects): Headline {
  const fresh = axis === "activation" ? freshHeadline(view) : undefined;
  if (fresh !== undefined) return { metric: fresh.metric, place: placeWords(fresh), effects: fresh.rows };
  return headline === "best" && best !== undefined
    ? { metric: best.metric, place: "each at its best settings", effects: named(best.effects) }
    : { metric: view.metric, place: "at equal settings", effects: named(overall.effects) };
}

const named = (effects: readonly Effect[]): readonly Compared[] =>
  effects.map(({ value, paired }) => ({ name: shown(value), paired }));

function size({ paired }: Compared): number {
  return Math.abs(paired.tested?.center ?? paired.difference?.mean ?? 0);
}

/** Names with their effects: `elu (+0.10 pp [−0.20, +0.40], n = 5), tanh (…)`. */
function listed(effects: readonly Compared[], metric: MetricName): readonly Part[] {
  return effects.flatMap(({ name, paired }, i): Part[] => [
    ...(i === 0 ? [] : [", "]),
    { name },
    ` (${formatPaired(metric, paired)})`,
  ]);
}

/**
 * What the verdicts against the baseline say: a sentence for each value that is better, worse or diverged,
 * one for those that are equivalent, identical, undecided. No verdict, no sentence.
 */
export function againstBaseline(view: RunView): readonly Finding[] {
  return effectsOf(view).flatMap((axis) => {
    const { metric, place, effects } = headlineOf(view, axis);
    const of = (verdict: string): readonly Compared[] =>
      effects.filter(({ paired }) => paired.verdict === verdict).toSorted((a, b) => size(b) - size(a));
    const against = { name: shown(axis.baseline) };
    const differs = (["better", "worse"] as const).flatMap((verdict) =>
      of(verdict).map(({ name, paired }) =>
        finding("effect", verdict === "better" ? "good" : "bad", [
          { name },
          ` is ${verdict} than `,
          against,
          `, ${place}: ${metricTitle(metric)} ${formatPaired(metric, paired)} (${formatTests(paired)})${paired.remark === undefined ? "" : `; ${paired.remark}`}.`,
        ]),
      ),
    );
    const open = of("undecided");
    const [first] = open;
    const listing = (words: string, some: readonly Compared[], end = "."): readonly Finding[] =>
      some.length === 0
        ? []
        : [
            finding("effect", "note", [
              words,
              against,
              `, ${place}, ${metricTitle(metric)}: `,
              ...listed(some, metric),
              end,
            ]),
          ];
    return [
      ...differs,
      ...of("diverged").map(({ name, paired }) =>
        finding("effect", "bad", [{ name }, ` diverged, ${place}: ${paired.why}.`]),
      ),
      ...listing("Equivalent to ", of("equivalent")),
      ...listing("Identical to ", of("identical"), ": the same weights, bit for bit."),
      ...listing(
        "Inconclusive against ",
        open,
        first === undefined || verdictReasons(first.paired) === ""
          ? "."
          : `; of the first, ${verdictReasons(first.paired)}.`,
      ),
    ];
  });
}
