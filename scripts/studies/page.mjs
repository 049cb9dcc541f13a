import {
  claimNumbers,
  formatEstimate,
  judgeRunClaims,
  metricTitle,
  rankPoints,
  renderRanking,
} from "../../packages/report/dist/index.js";
import { table } from "../generate/table.mjs";
import { collapseTable } from "./collapse-table.mjs";
import { layerTable } from "./layer-table.mjs";
import { savedRun } from "./load.mjs";

const MOST_POINTS = 30;
const WORDS = { pass: "holds", fail: "**does not hold**", undecided: "undecided" };

/** The page and the chart of a study, from its sweep file and the records of its run; nothing in them is typed. */
export function studyPage(about, saved) {
  const run = savedRun(about, saved);
  const { study, records } = run;
  const judged = judgeRunClaims(run).claims;
  const ranked = rankPoints(study, records);
  const { name, question, method, source, path } = about;
  const { head } = saved;
  const columns = shownMetrics(ranked, judged);
  const quick = head.form === "quick";
  const text = [
    `# ${name}`,
    "",
    `**${question}**`,
    "",
    `_Where it is from:_ ${source}`,
    "",
    `_How:_ ${method}`,
    "",
    ...(quick
      ? [
          `> This page shows the quick form, with \`${head.overrides.join(" ")}\`: too few seeds, digits and epochs to settle anything. It shows that the study works.`,
          "",
        ]
      : []),
    "## Verdicts",
    "",
    `${study.plan.length} trials, ${study.seeds.length} seeds per point; intervals of ${100 * study.stats.confidence} % over seeds, claims corrected together (${study.stats.correction}).`,
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
    ...disagreements(judged, about),
    "## The points",
    "",
    `![The points by ${metricTitle(study.metric.name)}](${name}.svg)`,
    "",
    ...table(
      ["point", ...columns.map(metricTitle), "diverged"],
      ranked
        .slice(0, MOST_POINTS)
        .map(({ point, estimates, diverged, seeds }) => [
          point.label,
          ...columns.map((metric) => formatEstimate(metric, estimates[metric])),
          diverged === 0 ? "0" : `${diverged} of ${seeds}`,
        ]),
    ),
    "",
    ...(ranked.length > MOST_POINTS ? [`The first ${MOST_POINTS} of ${ranked.length} points.`, ""] : []),
    ...(about.collapsed ? collapseTable(study, records) : []),
    ...about.layers.flatMap((field) => layerTable(field, study, records)),
    "## Repeat it",
    "",
    "```sh",
    `npx --yes pnpm@12.21.0 studies -- ${name}${quick ? " --quick" : ""}`,
    "```",
    "",
    `The sweep file is [${path}](../../${path}); every trial's digest is in [${name}.jsonl](${name}.jsonl), from which this page is made.`,
    `actbench ${head.version}, engine ${head.engine}, numerics ${head.numerics}, Node ${head.machine.node}, ${head.machine.cpu}.`,
    "",
  ];
  const count = (verdict) => judged.filter((one) => one.verdict === verdict).length;
  return {
    text: text.join("\n"),
    svg: renderRanking(run, MOST_POINTS),
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
