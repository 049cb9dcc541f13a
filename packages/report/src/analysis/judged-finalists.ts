import { choiceFor } from "../effects/choose.js";
import { formatValue } from "../format/format-value.js";
import { goodDirection } from "../metrics/good-direction.js";
import type { MetricName } from "../metrics/metric-name.js";
import { judgeFamily } from "../verdict/judge-family.js";
import { pairPoints } from "../verdict/pair-points.js";
import { studyRules } from "../verdict/study-rules.js";
import type { JudgedEffect } from "../verdict/verdict.js";
import { grouped } from "../view/grouped.js";
import type { Finalist, RunView } from "../view/run-view.js";
import { baselineFinalist, datasetOf } from "./baseline-difference.js";
import { finalistTiers } from "./finalist-tiers.js";

/** A finalist with what fresh seeds show of it. */
export interface JudgedFinalist {
  readonly finalist: Finalist;
  readonly dataset: string;
  /** The activation's label, with the dataset where there are several. */
  readonly name: string;
  /**
   * Against the baseline's finalist on the same dataset; absent for the baseline itself, and where it has
   * none.
   */
  readonly paired?: JudgedEffect;
  /** 1: cannot be distinguished from the best finalist of the dataset; see `finalistTiers`. */
  readonly tier?: number;
}

/** The finalists of a run, compared on seeds that chose none of them. */
export interface JudgedFinalists {
  readonly metric: MetricName;
  /** 1: more of `metric` is better; −1: less is better. */
  readonly sign: 1 | -1;
  /** Fresh seeds. */
  readonly seeds: number;
  readonly datasets: readonly string[];
  /** In plan order. */
  readonly rows: readonly JudgedFinalist[];
}

/**
 * Each activation's finalist against the baseline's on the same dataset, paired over the fresh seeds, all of
 * them one family, corrected as the study says; and tiers by dataset. Judged on the test set where validation
 * examples were held out, as every choice is. Undefined where a run has no finalists, and until all of their
 * trials have ended.
 */
export function judgedFinalists(view: RunView): JudgedFinalists | undefined {
  if (!known.has(view)) known.set(view, judge(view));
  return known.get(view);
}

// Hero, sections, findings and tables ask for the same.
const known = new WeakMap<RunView, JudgedFinalists | undefined>();

function judge(view: RunView): JudgedFinalists | undefined {
  const { finalists, study } = view;
  const ended = finalists.every(({ fresh }) => fresh.trials.every(({ record }) => record !== undefined));
  if (finalists.length === 0 || !ended) return undefined;
  const metric = choiceFor(view)?.metric ?? view.metric;
  const sign = goodDirection(metric, study.metric);
  const groups = grouped(finalists, datasetOf);
  const tiers = new Map(
    [...groups.values()].flatMap((group) => [...finalistTiers(view, group, { metric, sign })]),
  );
  const effects = againstBaseline(view, { metric, sign });
  return {
    metric,
    sign,
    seeds: study.confirm?.seeds.length ?? 0,
    datasets: [...groups.keys()],
    rows: finalists.map((finalist): JudgedFinalist => {
      const dataset = datasetOf(finalist);
      const { label, settings } = finalist.chosen.configuration;
      const own = settings.activation === undefined ? label : formatValue(settings.activation);
      const paired = effects.get(finalist);
      const tier = tiers.get(finalist);
      return {
        finalist,
        dataset,
        name: `${own}${groups.size > 1 ? ` on ${dataset}` : ""}`,
        ...(paired && { paired }),
        ...(tier !== undefined && { tier }),
      };
    }),
  };
}

function againstBaseline(
  view: RunView,
  { metric, sign }: Pick<JudgedFinalists, "metric" | "sign">,
): ReadonlyMap<Finalist, JudgedEffect> {
  const compared = view.finalists.flatMap((finalist) => {
    const base = baselineFinalist(view, datasetOf(finalist));
    if (base === undefined || base === finalist) return [];
    const couple = [
      { view, point: base.fresh },
      { view, point: finalist.fresh },
    ] as const;
    return { finalist, comparable: { sample: pairPoints([couple], metric), metric, sign } };
  });
  const judged = judgeFamily(
    compared.map(({ comparable }) => comparable),
    studyRules({ ...view, level: view.freshLevel }, "declared"),
  );
  return new Map(
    compared.flatMap(({ finalist }, i) => {
      const effect = judged[i];
      return effect === undefined ? [] : [[finalist, effect] as const];
    }),
  );
}
