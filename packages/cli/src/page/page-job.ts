import type { Dataset } from "@actbench/core/internal";
import type { RankedRun } from "@actbench/report";
import type { RunProblem } from "@actbench/sweep";
import type { ExitCode } from "../exit-code.js";
import type { RunsPlace } from "../runs/find-run.js";
import type { NewLook } from "../runs/note-looks.js";

/** A page to be made: plain data, which a thread can be given. */
export type PageJob = OwnPageJob | AskedPageJob;

/** A run's own page, from its files. Damage that was found when the run was opened is not told again. */
export interface OwnPageJob {
  readonly kind: "own";
  readonly folder: string;
  /** What shows the verdicts, which is noted where the run is finished. */
  readonly command: string;
  /** Datasets that this process holds; others are looked for. */
  readonly datasets?: readonly Dataset[];
  /** Rank the points too, for a terminal. */
  readonly ranks?: boolean;
}

/** One page over runs, named as a user names them: folders, pages, starts of names. */
export interface AskedPageJob {
  readonly kind: "asked";
  readonly names: readonly string[];
  readonly place: RunsPlace;
  /** What shows the verdicts; absent: nothing is noted. */
  readonly command?: string;
}

/** Called while a page is made. */
export interface PageCalls {
  readonly note: (text: string) => void;
  /** Gets damage that is found only now, in a curve of a large run; without it, `note` does. */
  readonly onProblem?: ((problem: RunProblem) => void) | undefined;
  /** Gets the share that is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface MadePage {
  readonly page: string;
  /** Says whether files were damaged. */
  readonly code: ExitCode;
  readonly ranks?: RankedRun;
  /** Looks at verdicts that count once the page is shown. */
  readonly looks: readonly NewLook[];
}
