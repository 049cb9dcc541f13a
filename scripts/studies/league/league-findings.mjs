import { grouped } from "../../../packages/report/dist/view/grouped.js";
import { table } from "../../generate/table.mjs";
import { meanOf } from "../estimate-text.mjs";
import { datasetsOf } from "./league-rows.mjs";
import { listed, NONE, percent, points } from "./league-words.mjs";

const MOST = 8;

/** What the league comes to, counted: verdicts and tiers by dataset, agreement of datasets, families. */
export function findingsLines({ rows, run: { study } }) {
  const datasets = datasetsOf(study);
  const reference = study.baseline?.activation ?? "the baseline";
  return [
    "## What was found",
    "",
    ...datasets.map((dataset) => onDataset(rows, dataset, reference)),
    ...agreement(rows, datasets),
    ...everywhere(rows, datasets, reference),
    "",
    "### By family",
    "",
    ...table(
      [
        "family",
        "activations",
        "median rank",
        "best",
        "in tier 1 everywhere",
        "better somewhere",
        "worse somewhere",
      ],
      families(rows, datasets),
    ),
    "",
  ];
}

const finalistsOn = (rows, dataset) => rows.filter(({ places }) => places[dataset].finalist !== undefined);
const named = (rows) =>
  rows.length <= MOST
    ? listed(rows.map(({ label }) => label))
    : `${rows
        .slice(0, MOST)
        .map(({ label }) => label)
        .join(", ")} and ${rows.length - MOST} more`;

function onDataset(rows, dataset, reference) {
  const there = finalistsOn(rows, dataset).toSorted(
    (a, b) => b.places[dataset].score - a.places[dataset].score,
  );
  const of = (verdict) => there.filter(({ places }) => places[dataset].finalist.verdict === verdict);
  const tier = there.filter(({ places }) => places[dataset].finalist.tier === 1);
  const lost = rows.filter(({ places }) => places[dataset].finalist === undefined);
  const [best] = there;
  if (best === undefined) return `- **${dataset}**: no activation has a finalist.`;
  const better = of("better");
  const { difference } = best.places[dataset].finalist;
  return `- **${dataset}**: ${tier.length} of ${rows.length} activations are in tier 1 (${named(tier)}); ${best.label} has the highest mean, ${percent(best.places[dataset].score)} %${difference === undefined ? "" : ` (${points(difference)} pp from ${reference})`}. Against ${reference}, ${better.length} ${better.length === 1 ? "is" : "are"} better${better.length > 0 ? ` (${named(better)})` : ""}, ${of("equivalent").length + of("identical").length} equivalent, ${of("worse").length + of("diverged").length} worse, ${of("undecided").length} inconclusive${lost.length > 0 ? `; ${lost.length} have no finalist, because every rate was stopped or diverged (${named(lost)})` : ""}.`;
}

/** How far two datasets order the activations alike: Spearman's correlation of ranks. */
function agreement(rows, datasets) {
  const [a, b] = datasets;
  if (datasets.length !== 2 || rows.length < 3) return [];
  const x = rows.map(({ places }) => places[a].rank);
  const y = rows.map(({ places }) => places[b].rank);
  const rho = correlation(x, y);
  return [
    `- The two datasets give ${rho > 0.9 ? "nearly the same order" : rho > 0.6 ? "a similar order" : "different orders"}: the rank correlation (Spearman) is ${rho.toFixed(2)}.`,
  ];
}

function correlation(x, y) {
  const [mx, my] = [meanOf(x), meanOf(y)];
  const sum = (of) => x.reduce((total, _, i) => total + of(x[i] - mx, y[i] - my), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}

function everywhere(rows, datasets, reference) {
  if (datasets.length < 2) return [];
  const all = (test) => rows.filter(({ places }) => datasets.every((one) => test(places[one])));
  const better = all(({ finalist }) => finalist?.verdict === "better");
  const tier = all(({ finalist }) => finalist?.tier === 1);
  return [
    `- Better than ${reference} on every dataset: ${better.length === 0 ? "none" : `${better.length} (${named(better)})`}. In tier 1 on every dataset: ${tier.length === 0 ? "none" : `${tier.length} (${named(tier)})`}.`,
  ];
}

function families(rows, datasets) {
  const groups = [...grouped(rows, ({ family }) => family || NONE)];
  const place = new Map(rows.map((row, i) => [row, i + 1]));
  const median = (own) => {
    const ordered = own.map(({ rank }) => rank).sort((a, b) => a - b);
    const middle = ordered.length >> 1;
    return ordered.length % 2 === 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
  };
  return groups
    .map(([family, own]) => ({ family, own, middle: median(own) }))
    .sort((a, b) => a.middle - b.middle)
    .map(({ family, own, middle }) => {
      const count = (test, over) =>
        `${own.filter(({ places }) => datasets[over]((one) => test(places[one].finalist))).length}`;
      return [
        family,
        `${own.length}`,
        `${Number(middle.toFixed(1))}`,
        `${own[0].label} (${place.get(own[0])})`,
        count((finalist) => finalist?.tier === 1, "every"),
        count((finalist) => finalist?.verdict === "better", "some"),
        count((finalist) => finalist?.verdict === "worse", "some"),
      ];
    });
}
