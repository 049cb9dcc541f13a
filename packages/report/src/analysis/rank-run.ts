import { finalistFindings } from "../findings/finalists.js";
import { verdictSentence } from "../headline/verdict-sentence.js";
import { type Ranked, rankedOf } from "../view/rank-points.js";
import type { Run } from "../view/run.js";
import { viewRun } from "../view/run-view.js";
import { type ConfirmedPoint, confirmedOf } from "./confirmed-points.js";

/** What a terminal shows of a run. */
export interface RankedRun {
  /** The points, best first. */
  readonly ranked: readonly Ranked[];
  /** Those that ran again on fresh seeds, and the same as lines of text. */
  readonly finalists: readonly ConfirmedPoint[];
  readonly finalistLines: readonly string[];
  /** What the run found, as a sentence, and on what it stands. */
  readonly verdict: { readonly text: string; readonly basis: string };
}

/** More lines would push the verdict off a terminal. */
const MAX_LINES = 24;

/**
 * Ranks a run's points and looks at its finalists, by what was at the ends of trials; no whole curve is read
 * where that can be.
 */
export function rankRun(run: Run): RankedRun {
  const { records, withEnds = (record) => record } = run;
  const view = viewRun({ ...run, records: records.map(withEnds) });
  const { text, basis } = verdictSentence(view);
  const left = view.finalists.length - MAX_LINES;
  return {
    ranked: rankedOf(view),
    finalists: confirmedOf(view),
    finalistLines: [
      ...finalistFindings(view)
        .slice(0, MAX_LINES)
        .map((one) => one.text),
      ...(left > 0 ? [`${left} more ran again on fresh seeds: actbench export --table finalists`] : []),
    ],
    verdict: { text, basis },
  };
}
