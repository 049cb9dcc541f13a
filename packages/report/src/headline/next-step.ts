import type { Part } from "../findings/finding.js";
import { formatDifference, formatInteger, formatNumber, plural } from "../format/format.js";
import { runName } from "../format/run-name.js";
import { MAX_SEEDS_ADVISED } from "../verdict/why-undecided.js";
import type { RunView } from "../view/run-view.js";
import { statusCounts } from "../view/trial-view.js";
import { headlineOf } from "./headline.js";
import type { HeadlineRow } from "./headline-row.js";

/**
 * What to do next, and what it would settle. A page knows neither where the sweep file lies nor from where it
 * was run, so most is said as what to add to that command.
 */
export interface NextStep {
  /** A whole command. */
  readonly command?: string;
  /** What to add to the command that ran the study; empty: nothing. */
  readonly again?: string;
  readonly why: readonly Part[];
}

// A run that takes ten times as long is rarely what a reader wants next.
const FEW = 30;
const FIRST = 5;

/** The command that would settle most of what is open. */
export function nextStep(view: RunView): NextStep | undefined {
  const { study, trials } = view;
  const counts = statusCounts(trials);
  const missing = counts.get("missing") ?? 0;
  if (trials.length === 0) return undefined;
  if (missing > 0)
    return {
      again: "",
      why: [`It continues this run: ${plural(missing, "trial")} did not run yet.`],
    };
  if (!counts.has("completed")) return afterAllDiverged(view);
  const headline = headlineOf(view);
  const fresh = headline?.place === "fresh";
  const seeds = headline?.seeds ?? study.seeds.length;
  if (seeds === 1 && !fresh)
    return {
      again: `--seeds ${FIRST}`,
      why: ["One seed gives no interval and no verdict; five seeds reveal large effects."],
    };
  const rows = headline?.rows ?? [];
  if (!(fresh ? view.freshLevel : view.level).shown)
    return {
      command: `actbench report ${runName(study)}`,
      why: ["Makes this page again with its verdicts, and notes that they were looked at."],
    };
  if (rows.every(({ paired }) => paired.verdict === undefined)) return undefined;
  const open = rows.filter((row) => row.paired.verdict === "undecided" && !row.allDiverged);
  if (open.length === 0) return confirmation(view);
  return moreSeeds(open, { seeds, fresh, metricWords: marginWords(view, open) });
}

function afterAllDiverged({ study, points }: RunView): NextStep {
  const rates = points.map(({ configuration }) => configuration.spec.train.lr);
  const least = rates.reduce((a, b) => Math.min(a, b), Infinity);
  return Number.isFinite(least) && study.points.length > 0
    ? {
        again: `train.lr=${formatNumber(least / 10).replace("−", "-")}`,
        why: ["No configuration trained successfully; the usual cause is a learning rate that is too high."],
      }
    : { why: ["See what failed under Failures and divergences."] };
}

function confirmation({ study }: RunView): NextStep {
  return study.confirm === undefined
    ? {
        why: [
          `Every comparison is decided. To report the best configuration without selection bias, re-run it on new seeds: seeds: { count: ${study.seeds.length}, confirm: ${Math.max(FIRST, study.seeds.length)} }.`,
        ],
      }
    : { why: ["Every comparison is decided, and finalists were re-run on new seeds."] };
}

interface Advice {
  readonly seeds: number;
  /** Seeds of finalists: more of them change none that chose. */
  readonly fresh: boolean;
  readonly metricWords: string;
}

function moreSeeds(open: readonly HeadlineRow[], { seeds, fresh, metricWords }: Advice): NextStep {
  const needing = open.flatMap((row) => {
    const needed = row.paired.tested?.needed;
    return needed === undefined || needed <= seeds ? [] : { row, needed };
  });
  const payable = needing
    .filter(({ needed }) => needed <= MAX_SEEDS_ADVISED)
    .toSorted((a, b) => a.needed - b.needed);
  const few = payable.filter(({ needed }) => needed <= FEW);
  const chosen = few.at(-1)?.needed ?? payable[0]?.needed;
  const names = (rows: readonly HeadlineRow[]): readonly Part[] =>
    rows
      .slice(0, 3)
      .flatMap((row, i): readonly Part[] => [i === 0 ? "" : ", ", { name: row.name }])
      .concat(rows.length > 3 ? [` and ${formatInteger(rows.length - 3)} more`] : []);
  if (chosen === undefined)
    return {
      why: [
        ...names(open),
        ` ${open.length === 1 ? "needs" : "need"} > ${MAX_SEEDS_ADVISED} seeds for 80 % power at ${metricWords}: ask for a larger difference (stats: { equivalent_within }) or fewer comparisons.`,
      ],
    };
  const settled = payable.filter(({ needed }) => needed <= chosen).map(({ row }) => row);
  const left = open.filter((row) => !settled.includes(row));
  return {
    again: fresh ? `seeds.confirm=${chosen}` : `--seeds ${chosen}`,
    why: [
      `${chosen} ${fresh ? "fresh seeds" : "seeds"} (${chosen - seeds} more) give 80 % power to detect ${metricWords} for `,
      ...names(settled),
      ...(left.length === 0
        ? ["."]
        : [
            "; ",
            ...names(left),
            ` ${left.length === 1 ? "needs" : "need"} ${left.every((row) => !payable.some((one) => one.row === row)) ? `> ${MAX_SEEDS_ADVISED}` : "more"}.`,
          ]),
    ],
  };
}

function marginWords(view: RunView, [row]: readonly HeadlineRow[]): string {
  const metric = headlineOf(view)?.metric ?? view.metric;
  const margin = row?.paired.tested?.equivalence?.margin;
  return margin === undefined ? "the margin" : formatDifference(metric, margin).replace("+", "");
}
