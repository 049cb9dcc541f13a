import { choiceFor } from "../effects/choose.js";
import { formatInteger, formatNumber, plural } from "../format/format.js";
import { metricTitle } from "../metrics/metric-name.js";
import { BOOTSTRAP_FROM } from "../stats/infer.js";
import type { RunView } from "../view/run-view.js";
import { headlineOf } from "./headline.js";
import { sizeWords } from "./size-words.js";

const CORRECTIONS = {
  holm: "Holm's correction",
  bh: "the Benjamini–Hochberg correction",
  none: "no correction",
} as const;

/** What a paper says of a run under methods; generated, so that it says what was done. */
export function methodsParagraph(view: RunView): string {
  const { study, trials } = view;
  const [first] = study.points;
  if (first === undefined) return "";
  const specs = study.points.map(({ spec }) => spec);
  const list = (values: readonly (string | number)[]): string => [...new Set(values)].slice(0, 6).join(", ");
  const { dataset } = first.spec;
  const varied = study.axes.filter(({ values }) => values.length > 1);
  const layers = list(
    specs.map(({ model }) => (model.hidden.length === 0 ? "no hidden layer" : model.hidden.join("-"))),
  );
  const held = dataset.validation > 0 ? `, ${formatInteger(dataset.validation)} validation` : "";
  const diverged = trials.filter(({ status }) => status === "diverged").length;
  const sentences = [
    `We trained fully connected networks (hidden units: ${layers}) on ${list(specs.map((spec) => spec.dataset.name))} (${formatInteger(dataset.train)} training${held} and ${formatInteger(dataset.test)} test examples) for ${list(specs.map((spec) => spec.train.epochs))} epochs with batches of ${list(specs.map((spec) => spec.train.batch_size))} and a learning rate of ${list(specs.map((spec) => formatNumber(spec.train.lr)))}.`,
    `We varied ${varied.map(({ name, values }) => `${name} (${plural(values.length, "value")})`).join(", ") || "nothing"}: ${plural(study.points.length, "configuration")}, each with n = ${study.seeds.length} ${study.seeds.length === 1 ? "seed" : "seeds"} that all share, ${plural(trials.length, "trial")} in all${diverged > 0 ? `, of which ${formatInteger(diverged)} diverged; these count as chance` : ""}.`,
    comparisonSentence(view),
    `Software: actbench ${study.version}, engine ${list(specs.map(({ engine }) => engine))}, Node ${study.machine.node}; results are reproducible bit for bit from the configuration (study ${study.hash.slice(0, 8)}).`,
  ];
  return sentences.filter(Boolean).join(" ");
}

function comparisonSentence(view: RunView): string {
  const headline = headlineOf(view);
  if (headline === undefined) return "";
  const { metric, place, reference, rows, correction, seeds } = headline;
  const { alpha, confidence } = place === "fresh" ? view.freshLevel : view.level;
  const choice = choiceFor(view);
  const chosen =
    place === "equal" || choice === undefined
      ? "at matched settings"
      : `each at its best configuration by ${metricTitle(place === "fresh" ? view.metric : choice.chosenBy)}`;
  const over = place === "fresh" ? `${seeds} fresh seeds, which chose no configuration,` : "seeds";
  const test = seeds >= BOOTSTRAP_FROM ? "sign-flip tests" : "paired t tests";
  const margin = rows[0]?.paired.tested?.equivalence?.margin;
  return `We compared ${metricTitle(metric)} with ${reference.name}, ${chosen}, by ${test} over ${over} with ${CORRECTIONS[correction]} for ${plural(rows.length, "comparison")} (α = ${formatNumber(alpha, 3)})${margin === undefined ? "" : `; differences within ${sizeWords(metric, margin)} count as equivalent (two one-sided tests)`}. Intervals are ${formatNumber(100 * confidence, 3)} % confidence intervals over seeds.`;
}
