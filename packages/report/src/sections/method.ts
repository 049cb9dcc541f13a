import { isScoreMetric, metricOf } from "@actbench/core/internal";
import { OUTCOME_DIGITS } from "../data/precision.js";
import { keptEpochs } from "../data/thin-curve.js";
import { thinningOf } from "../data/thin-record.js";
import { capital } from "../format/capital.js";
import { coverWords, isSplitBySeed } from "../format/cover-words.js";
import { formatInteger, plural } from "../format/format.js";
import { rankingWords } from "../format/format-ranking.js";
import { methodsParagraph } from "../headline/methods-paragraph.js";
import { html } from "../html/html.js";
import type { PageView } from "../view/page-view.js";
import type { Ranking } from "../view/rank-order.js";
import { rowlessTrials } from "../view/rows.js";
import type { Section } from "./section.js";

/** What the words mean and what the numbers cover. The four words are exact, for every activation. */
export const methodSection: Section = {
  id: "method",
  title: "Definitions and method",
  closed: true,
  render(view) {
    const { study, ranking, confidence, trials } = view;
    const percent = Math.round(confidence * 100);
    const held = study.points[0]?.spec.dataset.validation ?? 0;
    return html`<h3>Methods, for a paper</h3>
<p class="methods">${methodsParagraph(view)}</p>
<h3>Definitions</h3>
<dl class="terms">
<dt>Dead<dd>On every example of the evaluation subset the pre-activation lies where the formula's derivative is identically zero (relu: z ≤ 0; relu6, hardtanh: also above). The unit's own weights get no gradient then; layers below it that still learn can move its inputs and revive it; the inputs of the first layer are the data. The region is derived from the formula of the derivative, not from rounded numbers; leaky_relu, elu, gelu and sigmoid have none, so they cannot have dead units. Where a trained parameter moves the region or it could not be derived, each example is judged by the branch that the formula takes; the cards of the activations say so.
<dt>Died, came back<dd>A unit died if it was alive at a measurement and dead at a later one; it came back if it was alive at one after that. Each unit counts once. Born dead: dead at the first measurement, before any update. Measurements are the ends of epochs, and every N updates under <code>dead_units: { every: N }</code>; what happens in between is not seen, so the counts are lower bounds. The died rate is a fraction of all hidden units, the revived rate a fraction of those that died. The time dead runs from the first measurement that found a unit dead to the one that found it alive again, or to the end. Counted under <code>measure: { turnover: true }</code>.
<dt>Inactive<dd>z ≤ 0 on every example, for any activation: the rate by which relu can be compared with leaky_relu, elu or gelu.
<dt>Saturated<dd>max |f′(z)| over the evaluation subset &lt; 0.01 · sup |f′|, and not dead.
<dt>Zero fraction<dd>Fraction of activations that are 0 (sparsity), not of dead units: at He initialization it is ≈ 0.5 in every layer while layer 1 has no dead unit.
<dt>Evaluation subset (probe)<dd>Training examples as the network sees them, after the last update; the size is printed beside every rate, because the same network shows more dead units on fewer examples. Rates pool all units of all hidden layers; rates by layer stand beside.
<dt>Diverged<dd>The loss or a weight stopped being finite. A result, not a failure: such trials have no rates and are excluded from averages; each configuration says how many of its seeds diverged.
<dt>Seed<dd>The unit of replication: it determines initial weights, batches and dropout masks. All configurations share the same seeds, so differences are paired by seed; n is the number of seeds, never seeds × settings.
<dt>Confidence interval<dd>Student's t, ${percent} %: mean ± t · s / √n over seeds, assuming normally distributed values. It covers the mean over ${coverWords(study)}; it does not cover other data, nor the test set's own sampling error, which the leaderboard states.${isSplitBySeed(study) && " The training sets of two seeds share most of their rows, so intervals are somewhat too narrow for new data (Nadeau & Bengio 2003)."} n = 1 has no interval; with few seeds it is wide. It is clipped at 0, for accuracies and rates also at 100 %. Intervals are not corrected for multiple comparisons.
<dt>Ranking<dd>${capital(rankingWords(ranking))}${validationWords(ranking, held)}. Accuracy and loss are those of the last epoch's weights.
<dt>Throughput during the sweep<dd>Training examples per second while all workers were busy. It depends on the load and is not used for ranking.
<dt>What this page holds<dd>The trial table is the data: its rows carry every outcome with ${OUTCOME_DIGITS} significant digits (times four, counts and digests whole) and every curve, thinned to at most ${keptEpochs(trials.length)} epochs${trials.length > 2500 && `, because there are ${formatInteger(trials.length)} trials`}, always with the first and the last, with two to four digits before the last epoch.${rowlessWords(view)} Everything shown is computed from these numbers. The journal of the run has all digits and all epochs.
</dl>`;
  },
};

/** What a page of many trials holds of those that have no row; empty where all have one. */
function rowlessWords(view: PageView): string {
  const rowless = rowlessTrials(view);
  if (rowless === 0) return "";
  const kept = thinningOf(view.study).initial
    ? "the last epoch and the units at initialization"
    : "the last epoch";
  return ` ${plural(rowless, "trial")} of configurations further down have no row: the page holds their outcomes and digests in the same digits, but of their curves only ${kept}. Charts over epochs show configurations with rows.`;
}

/** On which examples the ranking stands, where it is by an accuracy or a loss. */
function validationWords({ metric, byStepTime }: Ranking, held: number): string {
  if (byStepTime) return "";
  const entry = metricOf(metric);
  const from = isScoreMetric(entry) ? entry.from : undefined;
  if (from === "validation") return ", on examples held out of training; the test set chooses nothing";
  return from === "test" && held === 0 ? ", because no validation examples were held out" : "";
}
