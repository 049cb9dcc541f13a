import {
  claimNumbers,
  formatEstimate,
  judgeRunClaims,
  metricTitle,
  rankPoints,
  renderRanking,
} from "../../packages/report/dist/index.js";
import { table } from "../generate/table.mjs";
import { allActivations } from "./activations.mjs";
import { savedRun } from "./load.mjs";
import { studyView } from "./study-view.mjs";
import { ratesTable } from "./tables/rates.mjs";

const WORDS = { pass: "holds", fail: "**does not hold**", undecided: "inconclusive" };

/**
 * The page and the charts of a study, from its sweep file and the records of its run; nothing in them is
 * typed.
 */
export async function studyPage(about, saved) {
  const run = await savedRun(about, saved);
  const { study, records } = run;
  const judged = judgeRunClaims(run).claims;
  const ranked = rankPoints(study, records);
  const { name, question, method, source, path } = about;
  const { head } = saved;
  const view = studyView(study, records, ranked);
  const { groups, rates } = view;
  const known = { ...head, name, published: about.published, activations: await allActivations(about) };
  const [first] = ranked;
  const columns = shownMetrics(ranked, judged);
  const quick = head.form === "quick";
  const text = [
    `# ${name}`,
    "",
    `**${question}**`,
    "",
    `_Source:_ ${source}`,
    "",
    `_Method:_ ${method}`,
    "",
    ...(quick
      ? [
          `> This page shows the quick form, with \`${head.overrides.join(" ")}\`: with too few seeds, digits and epochs for conclusions. It only shows that the study works.`,
          "",
        ]
      : []),
    "## Verdicts",
    "",
    `${records.length} trials, ${study.seeds.length} seeds per configuration; ${100 * study.stats.confidence} % confidence intervals over seeds; claims adjusted together (${study.stats.correction}).`,
    "",
    ...table(
      ["claim", "verdict", "result"],
      judged.map((one) => [
        about.sentences.get(one.claim.id),
        `${WORDS[one.verdict]}${one.why === "" ? "" : `: ${one.why}`}`,
        claimNumbers(one),
      ]),
    ),
    "",
    ...(quick ? [] : disagreements(judged, about)),
    rates.length > 1 ? "## Each at its best learning rate" : "## Configurations",
    "",
    `![Configurations by ${metricTitle(study.metric.name)}](${name}.svg)`,
    "",
    ...table(
      [
        "configuration",
        ...(rates.length > 1 ? ["best learning rate"] : []),
        ...columns.map(metricTitle),
        "diverged",
      ],
      groups.map(({ label, best: { rate, line } }) => [
        label,
        ...(rates.length > 1 ? [`${rate}`] : []),
        ...columns.map((metric) => formatEstimate(metric, line.estimates[metric])),
        line.diverged === 0 ? "0" : `${line.diverged} of ${line.seeds}`,
      ]),
    ),
    "",
    ...ratesTable(view, first.metric, metricTitle(first.metric)),
    ...about.tables.flatMap(({ table: shown, argument }) => shown.lines(view, argument, known)),
    "## Reproduce it",
    "",
    "```sh",
    `npx --yes pnpm@12.21.0 studies -- ${name}${quick ? " --quick" : ""}`,
    "```",
    "",
    `The sweep file is [${path}](../../${path}); [${name}.jsonl](${name}.jsonl), from which this page is generated, has the digest of every trial.`,
    `actbench ${head.version}, engine ${head.engine}, numerics ${head.numerics}, Node ${head.machine.node}, ${head.machine.cpu}.`,
    "",
  ];
  const count = (verdict) => judged.filter((one) => one.verdict === verdict).length;
  return {
    text: text.join("\n"),
    files: [
      [`${name}.svg`, renderRanking(bestOnly(run, view), groups.length)],
      ...about.tables.flatMap(({ table: shown, argument }) => shown.files?.(view, argument, known) ?? []),
    ],
    summary: {
      name,
      question,
      form: head.form,
      pass: count("pass"),
      fail: count("fail"),
      undecided: count("undecided"),
    },
  };
}

/** The run with the best point of each group alone, under its short label. */
function bestOnly(run, { groups }) {
  const labels = new Map(groups.map(({ best, label }) => [best.point, label]));
  const { study } = run;
  const points = study.points.flatMap((one) => {
    const label = labels.get(one.point);
    return label === undefined ? [] : [{ ...one, label }];
  });
  return { ...run, study: { ...study, points, plan: study.plan.filter(({ point }) => labels.has(point)) } };
}

/** The study's metric, then those of its claims. */
function shownMetrics(ranked, judged) {
  const [first] = ranked;
  const wanted = [first?.metric, ...judged.map(({ metric }) => metric), "dead_rate"];
  return [...new Set(wanted)].filter((metric) => metric !== undefined).slice(0, 4);
}

/** Where the run contradicts what was claimed, plainly. */
function disagreements(judged, { sentences }) {
  const failed = judged.filter(({ verdict }) => verdict === "fail");
  if (failed.length === 0) return [];
  return [
    "## Where we disagree",
    "",
    ...failed.map(
      (one) => `- Claimed: ${sentences.get(one.claim.id)} Found: ${one.why} (${claimNumbers(one)}).`,
    ),
    "",
  ];
}
