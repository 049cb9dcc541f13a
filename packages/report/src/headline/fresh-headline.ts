import { baselineFinalist, datasetOf } from "../analysis/baseline-difference.js";
import { type JudgedFinalist, judgedFinalists } from "../analysis/judged-finalists.js";
import { formatValue } from "../format/format-value.js";
import { equivalenceMargin } from "../verdict/margin.js";
import { studyRules } from "../verdict/study-rules.js";
import type { RunView } from "../view/run-view.js";
import { bestFirst, type Headline, headlineSide } from "./headline-row.js";

/**
 * The finalists against the baseline's on fresh seeds, those of every dataset together; undefined where a run
 * has no baseline among its finalists, nothing to hold against it, or trials of finalists that did not end.
 */
export function freshHeadline(view: RunView): Headline | undefined {
  const judged = judgedFinalists(view);
  const { activation } = view.study.baseline ?? {};
  if (judged === undefined || activation === undefined) return undefined;
  const { metric, sign, seeds, datasets } = judged;
  const rows = judged.rows.flatMap(({ name, finalist, paired }: JudgedFinalist) =>
    paired === undefined ? [] : { ...headlineSide(name, [finalist.fresh]), paired },
  );
  if (rows.length === 0) return undefined;
  const rules = studyRules(view, "declared");
  const compared = new Set(judged.rows.flatMap((row) => (row.paired ? datasetOf(row.finalist) : [])));
  const references = datasets.flatMap((dataset) =>
    compared.has(dataset) ? (baselineFinalist(view, dataset)?.fresh ?? []) : [],
  );
  return {
    kind: "baseline",
    correction: rules.correction,
    of: "activation",
    reference: headlineSide(formatValue(activation), references),
    place: "fresh",
    seeds,
    metric,
    sign,
    margin: equivalenceMargin(metric, rules),
    rows: bestFirst(rows, sign),
  };
}
