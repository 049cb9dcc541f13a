import type { Part } from "../findings/finding.js";
import { capital } from "../format/capital.js";
import { formatInteger, plural } from "../format/format.js";
import { formatEstimate } from "../format/format-estimate.js";
import { type MetricName, metricTitle } from "../metrics/metric-name.js";
import type { Verdict } from "../verdict/verdict.js";
import type { RunView } from "../view/run-view.js";
import { statusCounts } from "../view/trial-view.js";
import { headlineOf } from "./headline.js";
import { type Headline, type HeadlineRow, placeWords } from "./headline-row.js";
import { sizeWords } from "./size-words.js";

/** What a run found in a sentence or two, with names marked, and on what it stands. */
export interface VerdictSentence {
  readonly parts: readonly Part[];
  readonly text: string;
  /** Metric, settings, seeds, correction; empty where nothing was compared. */
  readonly basis: string;
}

/** The answer to "which one is better?", generated from the verdicts. */
export function verdictSentence(view: RunView): VerdictSentence {
  const headline = headlineOf(view);
  const nothing = whyNothing(view);
  const parts = nothing ?? (headline === undefined ? alone(view) : compared(view, headline));
  return {
    parts,
    text: parts.map((part) => (typeof part === "string" ? part : part.name)).join(""),
    basis: nothing === undefined && headline !== undefined ? basisOf(headline) : "",
  };
}

/** Why there is nothing to compare; undefined where some trial completed. */
function whyNothing(view: RunView): readonly Part[] | undefined {
  const { trials } = view;
  const counts = statusCounts(trials);
  const ended = trials.length - (counts.get("missing") ?? 0);
  if (counts.has("completed")) return undefined;
  if (ended === 0) return ["No trial has finished yet."];
  const diverged = counts.get("diverged") ?? 0;
  if (diverged === ended)
    return [
      ended === trials.length
        ? `Every trial diverged (${formatInteger(diverged)} of ${formatInteger(ended)}): no configuration trained successfully.`
        : `Every trial so far diverged (${formatInteger(diverged)} of ${formatInteger(trials.length)}).`,
    ];
  return [`No trial has completed: ${plural(ended, "trial")} diverged, failed or stopped early.`];
}

/** The sentence of a run with one configuration. */
function alone({ ranked, metric }: RunView): readonly Part[] {
  const [point] = ranked;
  if (point === undefined) return ["The plan holds no configuration."];
  const estimate = point.estimate(metric);
  return [
    { name: point.configuration.label },
    estimate === undefined
      ? " has no completed trial with this metric."
      : ` reaches ${formatEstimate(metric, estimate)} in ${metricTitle(metric)}; it is the only configuration, so there is nothing to compare.`,
  ];
}

/** Verdicts and the one that needs no test. */
type Outcome = Verdict | "none";

const outcomeOf = ({ allDiverged, paired: { verdict } }: HeadlineRow): Outcome =>
  allDiverged ? "diverged" : (verdict ?? "none");

function compared(view: RunView, headline: Headline): readonly Part[] {
  const { rows, reference } = headline;
  const of = (outcome: Outcome): readonly HeadlineRow[] => rows.filter((row) => outcomeOf(row) === outcome);
  const open = of("none");
  const [first] = open;
  if (first !== undefined && open.length + of("diverged").length === rows.length)
    return withoutVerdict(view, headline, first);
  const fallen: readonly Part[] = reference.allDiverged
    ? [{ name: reference.name }, " diverged at every seed. "]
    : [];
  const clauses = headline.kind === "baseline" ? againstBaseline(headline, of) : ofLeader(headline, of);
  const left = open.length === 0 ? [] : [[...listed(open), ` ${are(open)} without a verdict`]];
  return [...fallen, ...sentences([...clauses, ...left])];
}

/** The first clause is a sentence, the others are one together. */
function sentences([first = [], ...others]: readonly (readonly Part[])[]): readonly Part[] {
  const rest = others.flatMap((clause, i): readonly Part[] => [i === 0 ? " " : "; ", ...clause]);
  return [...first, ".", ...rest, ...(others.length > 0 ? ["."] : [])];
}

type Rows = (outcome: Outcome) => readonly HeadlineRow[];

function againstBaseline(headline: Headline, of: Rows): readonly (readonly Part[])[] {
  const { metric, of: varied } = headline;
  const reference = { name: headline.reference.name };
  const better = of("better");
  const kind = typeof varied === "string" ? varied : `value of ${varied.axis}`;
  const [it, lead]: readonly [Part, readonly Part[]] =
    better.length > 0
      ? [reference, sized(better, metric, ["better than ", reference])]
      : ["it", [`No ${kind} is shown to be better than `, reference]];
  return [lead, ...sameAs(of, metric, it), ...apart(of("worse"), metric, "worse"), ...openOnes(headline, of)];
}

function ofLeader(headline: Headline, of: Rows): readonly (readonly Part[])[] {
  const { metric, reference, sign } = headline;
  const [point] = reference.points;
  const [behind, ahead] = [of("worse"), of("better")];
  const lead: readonly Part[] = [
    { name: reference.name },
    ` has the ${sign > 0 ? "highest" : "lowest"} ${metricTitle(headline.place === "best" ? metric.replace("test_", "validation_") : metric)}${
      point === undefined
        ? ""
        : ` (${formatEstimate(metric, point.estimate(metric))}${headline.place === "best" && metric.startsWith("test_") ? " on test" : ""})`
    }`,
  ];
  return [
    lead,
    ...(behind.length > 0 ? [["it is better than ", ...listed(behind, (row) => amountOf(row, metric))]] : []),
    ...apart(ahead, metric, "better on test"),
    ...sameAs(of, metric, "it"),
    ...openOnes(headline, of),
  ];
}

/** Those that differ in nothing that counts. */
function sameAs(of: Rows, metric: MetricName, it: Part): readonly (readonly Part[])[] {
  const [same, identical] = [of("equivalent"), of("identical")];
  const margin = same[0]?.paired.tested?.equivalence?.margin;
  return [
    ...(same.length > 0
      ? [
          [
            ...listed(same),
            ` ${are(same)} equivalent to `,
            it,
            ...(margin === undefined ? [] : [within(metric, margin)]),
          ],
        ]
      : []),
    ...(identical.length > 0
      ? [[...listed(identical), ` ${are(identical)} identical to `, it, ", bit for bit"]]
      : []),
  ];
}

const within = (metric: MetricName, margin: number): string => ` (within ${sizeWords(metric, margin)})`;

function apart(rows: readonly HeadlineRow[], metric: MetricName, word: string): readonly (readonly Part[])[] {
  return rows.length === 0 ? [] : [sized(rows, metric, [word])];
}

/** `elu is worse by 0.5 pp`, `elu (0.5 pp) and tanh (1.2 pp) are worse`. */
function sized(rows: readonly HeadlineRow[], metric: MetricName, words: readonly Part[]): readonly Part[] {
  const [only] = rows;
  return rows.length === 1 && only !== undefined
    ? [{ name: only.name }, " is ", ...words, ` by ${amountOf(only, metric)}`]
    : [...listed(rows, (row) => amountOf(row, metric)), " are ", ...words];
}

function openOnes({ seeds, place }: Headline, of: Rows): readonly (readonly Part[])[] {
  const [diverged, undecided] = [of("diverged"), of("undecided")];
  return [
    ...(diverged.length > 0 ? [[...listed(diverged), " diverged at every seed"]] : []),
    ...(undecided.length > 0
      ? [
          [
            ...listed(undecided),
            ` ${are(undecided)} inconclusive with ${plural(seeds, place === "fresh" ? "fresh seed" : "seed")}`,
          ],
        ]
      : []),
  ];
}

function withoutVerdict(view: RunView, headline: Headline, row: HeadlineRow): readonly Part[] {
  const { metric, seeds } = headline;
  const top = aheadOf(view, headline);
  const estimate = top?.best.estimate(metric) ?? top?.best.estimate(view.metric);
  const why = seeds === 1 ? "One seed gives no verdict" : capital(row.paired.why);
  if (top === undefined || estimate === undefined) return [`${why}.`];
  return [`${why}. Ahead so far: `, { name: top.name }, `, ${formatEstimate(metric, estimate)}.`];
}

/** The side that is best so far: by rank, and of finalists on fresh seeds, which have none, by their mean. */
function aheadOf(view: RunView, { reference, rows, metric, sign, place }: Headline) {
  const standing =
    place === "fresh"
      ? [reference, ...rows]
          .flatMap(({ points }) => points)
          .toSorted((a, b) => sign * ((b.estimate(metric)?.mean ?? 0) - (a.estimate(metric)?.mean ?? 0)))
      : view.ranked;
  for (const best of standing) {
    const side = [reference, ...rows].find(({ points }) => points.includes(best));
    if (side !== undefined) return { name: side.name, best };
  }
  return undefined;
}

const are = (rows: readonly unknown[]): string => (rows.length === 1 ? "is" : "are");

const MAX_NAMES = 3;
const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"] as const;

/** `gelu, elu and four others`, each with a remark in brackets where one is given. */
function listed(rows: readonly HeadlineRow[], remark?: (row: HeadlineRow) => string): readonly Part[] {
  const shown = rows.length === MAX_NAMES + 1 ? rows : rows.slice(0, MAX_NAMES);
  const left = rows.length - shown.length;
  const last = shown.length - 1;
  return [
    ...shown.flatMap((row, i): readonly Part[] => [
      i === 0 ? "" : i === last && left === 0 ? " and " : ", ",
      { name: row.name },
      remark === undefined ? "" : ` (${remark(row)})`,
    ]),
    ...(left > 0 ? [` and ${WORDS[left] ?? formatInteger(left)} others`] : []),
  ].filter((part) => part !== "");
}

/** The size of a difference without its sign: `0.53 pp`. */
function amountOf({ paired }: HeadlineRow, metric: MetricName): string {
  return sizeWords(metric, Math.abs(paired.tested?.center ?? paired.difference?.mean ?? 0));
}

const CORRECTED = {
  holm: "Holm-corrected",
  bh: "Benjamini–Hochberg-corrected",
  none: "not corrected for multiple comparisons",
} as const;

function basisOf(headline: Headline): string {
  const { kind, metric, place, rows, correction, seeds } = headline;
  // What nobody concludes from is not corrected, and pairs nothing.
  const isJudged = rows.some(({ paired }) => paired.verdict !== undefined);
  const judged = [
    place === "fresh" ? "differences paired by seed" : `differences paired over ${plural(seeds, "seed")}`,
    rows.length > 1 ? `${plural(rows.length, "comparison")}, ${CORRECTED[correction]}` : "",
  ];
  return [
    metricTitle(metric),
    placeWords(headline),
    ...(isJudged ? judged : []),
    kind === "leader" ? "exploratory: no baseline was declared" : "",
  ]
    .filter(Boolean)
    .join(", ");
}
