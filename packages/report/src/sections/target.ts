import { type ReachedTarget, reachedTarget } from "@actbench/core/internal";
import { formatInteger, formatNumber, formatPercent, MISSING, plural } from "../format/format.js";
import { html } from "../html/html.js";
import { median } from "../stats/median.js";
import type { PointView } from "../view/point-view.js";
import { hasCurves } from "../view/rows.js";
import { name } from "./name.js";
import type { Section } from "./section.js";

// More rows nobody reads; the best come first.
const MAX_ROWS = 100;

/** The trials of a point that have ended, and those of them that reached the target. */
function outcomes({ trials }: PointView, target: number) {
  const ended = trials.flatMap(({ record }) => record ?? []);
  return { ended: ended.length, reached: ended.flatMap((record) => reachedTarget(record, target) ?? []) };
}

/** Median, least and most of what was measured of those that reached it. */
function spread(values: readonly number[], format: (value: number) => string): string {
  const middle = median(values);
  if (middle === undefined) return MISSING;
  const [least, most] = [
    values.reduce((a, b) => Math.min(a, b), Infinity),
    values.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  return least === most ? format(middle) : `${format(middle)} (${format(least)} … ${format(most)})`;
}

const seconds = (value: number): string => `${formatNumber(value, 3)} s`;
const defined = (values: readonly ReachedTarget[]): readonly number[] =>
  values.flatMap(({ train_s }) => train_s ?? []);

/** How soon points are as accurate as the study wants: updates, and seconds under the sweep's load. */
export const targetSection: Section = {
  id: "target",
  title: "Time to the target accuracy",
  render(view) {
    const target = view.study.stats.target_accuracy;
    if (target === undefined)
      return {
        absent: "No target accuracy was set; no retraining is needed.",
        yaml: "stats: { target_accuracy: 0.95 }",
      };
    if (view.trials.every(({ record }) => record === undefined)) return { absent: "No trial has ended yet." };
    const known = view.ranked.filter((point) => hasCurves(view, point)).slice(0, MAX_ROWS);
    const rows = known.map((point) => ({ point, ...outcomes(point, target) }));
    const unknown = view.ranked.length - known.length;
    const validates = view.points.some(({ configuration }) => configuration.spec.dataset.validation > 0);
    return html`<p class="note">The first epoch after which ${validates ? "validation" : "test"} accuracy was at least ${formatPercent(target, 1)}. Median over the trials that reached it, with the range; the others count in the first column only. Seconds are training time under the load of the sweep. Where curves were thinned for this page, the crossing may have been slightly earlier.${unknown > 0 && ` ${plural(unknown, "configuration")} further down ${unknown === 1 ? "is" : "are"} not listed.`}</p>
<div class="scroll tall" tabindex="0" role="group" aria-label="Time to the target accuracy"><table><thead><tr><th scope="col">configuration<th scope="col" class="num">reached<th scope="col" class="num">epochs<th scope="col" class="num">updates<th scope="col" class="num">training<tbody>
${rows.map(
  ({
    point,
    ended,
    reached,
  }) => html`<tr><th scope="row">${name(point.configuration.label)}<td class="num">${reached.length} of ${ended}<td class="num">${spread(
    reached.map(({ epoch }) => epoch),
    formatInteger,
  )}<td class="num">${spread(
    reached.map(({ step }) => step),
    formatInteger,
  )}<td class="num">${spread(defined(reached), seconds)}
`,
)}</table></div>`;
  },
};
