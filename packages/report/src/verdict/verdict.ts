import type { Correction } from "../stats/adjust.js";
import type { Method } from "../stats/infer.js";
import type { Interval } from "../stats/interval.js";
import type { PairedDifference } from "../stats/paired-difference.js";

/**
 * What may be said of a comparison, of b, the side that is compared with a. Two need no test: `identical`,
 * all weights agree bit for bit, and `diverged`, every trial of b did and not every one of a.
 */
export type Verdict = "better" | "worse" | "equivalent" | "identical" | "diverged" | "undecided";

/** The numbers behind a verdict. */
export interface Tested {
  readonly n: number;
  /** Mean or, where a loss diverged, median; infinite where most did. */
  readonly center: number;
  /** At the level's confidence; an end that the method cannot bound is infinite. */
  readonly interval: Interval;
  /** Differences that count as none. */
  readonly none: Interval;
  /** Two-sided, of a difference that counts as none. */
  readonly p: number;
  /** The same after the family's correction; this is what is held against α. */
  readonly adjusted: number;
  /** Where the difference is shown to lie: above those that count as none, below them, or on neither side. */
  readonly side: 1 | -1 | 0;
  /** Two-sided p of the sign-flip test, from six pairs on. */
  readonly signFlip?: number;
  /** The 1 − 2α interval against the margin, and p of "the difference is not within it". */
  readonly equivalence?: {
    readonly margin: number;
    readonly low: number;
    readonly high: number;
    readonly p: number;
    readonly adjusted: number;
    readonly shown: boolean;
  };
  /**
   * The smallest difference that these seeds find with 80 %, at this level and family; absent where none so
   * large can be.
   */
  readonly finds?: number;
  /** Seeds that would find a difference of the margin with 80 %; absent beyond 10,000. */
  readonly needed?: number;
}

/** A comparison of two sides over seeds, with its verdict. */
export interface JudgedEffect extends PairedDifference {
  /** Absent where none may be given: one seed, a side that was stopped early, or verdicts not shown yet. */
  readonly verdict?: Verdict;
  /** Why there is no verdict, or why it is not a clearer one; empty where the numbers say it. */
  readonly why: string;
  /** The same without what more seeds could decide. */
  readonly cause: string;
  /** What a reader must know of the sides, whatever the verdict: that their seeds fall into two groups. */
  readonly remark?: string;
  readonly method?: Method;
  readonly tested?: Tested;
  /** Pairs planned, and of these with a side that diverged and counts as such. */
  readonly planned: number;
  readonly diverged: number;
  /** Comparisons of the family, and how its p-values are adjusted. */
  readonly family: number;
  readonly correction: Correction;
}
