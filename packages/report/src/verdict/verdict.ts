import type { Method } from "../stats/infer.js";
import type { PairedDifference } from "../stats/paired-difference.js";

/** What may be said of a comparison; `better` and `worse` are of b, the side that is compared with a. */
export type Verdict = "better" | "worse" | "equivalent" | "undecided";

/** The numbers behind a verdict. */
export interface Tested {
  /** Two-sided, of no difference. */
  readonly p: number;
  /** The same after the family's correction; this is what is held against α. */
  readonly adjusted: number;
  /** Two-sided p of the sign-flip test, from six pairs on. */
  readonly signFlip?: number;
  /** The 1 − 2α interval against the margin, and p of "the difference is not within it". */
  readonly equivalence?: {
    readonly margin: number;
    readonly low: number;
    readonly high: number;
    readonly p: number;
    readonly adjusted: number;
  };
  /** The smallest difference that these seeds find with 80 %, at this level and family. */
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
  readonly method?: Method;
  readonly tested?: Tested;
  /** Pairs planned, and of these with a side that diverged and counts as such. */
  readonly planned: number;
  readonly diverged: number;
  /** Comparisons of the family. */
  readonly family: number;
}
