import { claimNumbers } from "../../../packages/report/dist/index.js";
import { table } from "../../generate/table.mjs";
import { findingsLines } from "./league-findings.mjs";
import { limitsLines } from "./league-limits.mjs";
import { datasetsOf } from "./league-rows.mjs";
import { NONE, percent, points, verdictWord } from "./league-words.mjs";

const WORDS = { pass: "holds", fail: "**does not hold**", undecided: "undecided" };

/** docs/studies/league.md; nothing in it is typed but what it does not show. */
export function leagueText(found) {
  const { about, run, judged, rows, head } = found;
  const { study, records } = run;
  const { name, question, method, source, path } = about;
  const datasets = datasetsOf(study);
  const fresh = study.confirm?.seeds.length ?? 0;
  const confidence = 100 * study.stats.confidence;
  const reference = study.baseline?.activation ?? "the baseline";
  return [
    `# ${name}`,
    "",
    `**${question}**`,
    "",
    `_Where it is from:_ ${source}`,
    "",
    `_How:_ ${method}`,
    "",
    ...(head.form === "quick"
      ? [
          `> This page shows the quick form, with \`${head.overrides.join(" ")}\`: too few seeds, examples and epochs to settle anything.`,
          "",
        ]
      : []),
    ...limitsLines(found),
    ...findingsLines(found),
    ...(judged.length === 0
      ? []
      : [
          "## Claims",
          "",
          ...table(
            ["claim", "verdict", "what was found"],
            judged.map((one) => [
              about.sentences.get(one.claim.id),
              `${WORDS[one.verdict]}${one.why === "" ? "" : `: ${one.why}`}`,
              claimNumbers(one),
            ]),
          ),
          "",
        ]),
    "## The league",
    "",
    `${rows.length} activations, sorted by the mean of their ranks over ${datasets.length === 1 ? "one dataset" : `${datasets.length} datasets`}. Accuracy is the test accuracy in percent: the mean over ${fresh} fresh seeds with its ${confidence} % confidence interval. The difference from ${reference} is paired by seed, in percentage points; verdicts are Holm-adjusted for all ${comparisons(rows)} comparisons. Tier 1 contains the activations that fresh seeds do not distinguish from the best one on that dataset ([method](../statistics.md#finalists)); differences in rank within a tier are not significant. ${costWords(head.costs, reference)}`,
    "",
    ...table(
      [
        "#",
        "activation",
        "family",
        "year",
        "mean rank",
        ...datasets.flatMap((one) => [`${one}, %`, `minus ${reference}, pp`, "verdict", "tier"]),
        ...(head.costs === undefined ? [] : ["cost ×"]),
      ],
      rows.map((row, i) => [
        `${i + 1}`,
        row.label,
        familyLink(row),
        row.year === undefined ? NONE : `${row.year}`,
        `${Number(row.rank.toFixed(2))}`,
        ...datasets.flatMap((one) => resultCells(row.places[one], row.label === reference)),
        ...(head.costs === undefined ? [] : [row.cost === undefined ? NONE : `${row.cost[1].toFixed(2)}`]),
      ]),
    ),
    "",
    "## How they trained",
    "",
    `For each dataset: the selected learning rate; the sensitivity to the learning rate, which is the range of the mean validation accuracy over all rates after epoch ${head.compact.rung}, in percentage points (a diverged trial counts as chance level); dead and inactive units of the finalist in percent, over the fresh seeds; and how many of all trials diverged.`,
    "",
    ...table(
      [
        "activation",
        "family",
        ...datasets.flatMap((one) => [
          `${one}: rate`,
          "sensitivity, pp",
          "dead, %",
          "inactive, %",
          "diverged",
        ]),
      ],
      rows.map((row) => [
        row.label,
        familyLink(row),
        ...datasets.flatMap((one) => trainingCells(row.places[one])),
      ]),
    ),
    "",
    "## Repeat it",
    "",
    "```sh",
    `./actbench run ${path} --out results/studies`,
    `npx --yes pnpm@12.21.0 studies -- ${name}${head.form === "quick" ? " --quick" : ""}`,
    "```",
    "",
    `The first command trains and continues after an interruption; the second makes the records and this page. The sweep file is [${path}](../../${path}). [${name}.jsonl](${name}.jsonl) has the digest of each of the ${records.length} trials; this page is made from it.`,
    `actbench ${head.version}, engine ${head.engine}, numerics ${head.numerics}, Node ${head.machine.node}, ${head.machine.cpu}.`,
    "",
  ].join("\n");
}

/** The list of built-in activations has a heading for each family. */
function familyLink({ family }) {
  return family === "" ? NONE : `[${family}](../activations.md#${family})`;
}

function costWords(costs, reference) {
  if (costs === undefined) return "Costs were not measured.";
  const { baseline = reference, network, floor, doubts } = costs;
  return `Cost is the time of one step divided by that of ${baseline}, from isolated timing (${network}; ${floor}).${doubts ? ` ${doubts}` : ""}`;
}

function comparisons(rows) {
  return rows.flatMap(({ places }) => Object.values(places)).filter(({ finalist }) => finalist?.verdict)
    .length;
}

function resultCells({ finalist, diverged, trials }, isBaseline) {
  if (finalist === undefined)
    return [NONE, NONE, trials > 0 && diverged === trials ? "diverged" : "no finalist", NONE];
  const { metric, difference, difference_low: low, difference_high: high, verdict, tier } = finalist;
  const { completed, seeds } = finalist;
  const accuracy = interval(percent, finalist[metric], finalist[`${metric}_low`], finalist[`${metric}_high`]);
  return [
    completed === seeds ? accuracy : `${accuracy}, n = ${completed}`,
    difference === undefined ? NONE : interval(points, difference, low, high),
    isBaseline ? "baseline" : verdictWord(verdict),
    tier === undefined ? NONE : `${tier}`,
  ];
}

function interval(text, value, low, high) {
  if (value === undefined) return NONE;
  return low === undefined ? text(value) : `${text(value)} [${text(low)}, ${text(high)}]`;
}

function trainingCells({ finalist, rate, spread, diverged, trials }) {
  return [
    rate === undefined ? NONE : `${rate}`,
    spread === undefined ? NONE : percent(spread),
    finalist?.dead_rate === undefined ? NONE : percent(finalist.dead_rate, 1),
    finalist?.inactive_rate === undefined ? NONE : percent(finalist.inactive_rate, 1),
    `${diverged} of ${trials}`,
  ];
}
