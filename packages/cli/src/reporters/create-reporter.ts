import type { Progress, WritableRun } from "@actbench/sweep";
import { clock } from "../machine/clock.js";
import { createProgressDisplay, type ProgressDisplay } from "../progress/display.js";
import { createPageDisplay, type PageDisplay } from "../progress/page-display.js";
import type { SessionResult } from "../study/run-session.js";
import { eventRemark } from "./event-remark.js";
import { finishedLine } from "./finished-line.js";
import { openRemarks } from "./open-remarks.js";
import type { Reporter, ReporterName, ReporterOptions } from "./reporter.js";
import { resultJson } from "./result-json.js";
import { resultText } from "./result-text.js";

/** What of a session goes to stdout. */
interface Results {
  readonly onProgress?: (event: Progress) => string | undefined;
  readonly onEnd: (result: SessionResult, options: ReporterOptions) => string;
}

const RESULTS: Readonly<Record<ReporterName, Results>> = {
  default: { onEnd: resultText },
  json: { onEnd: (result, { shorten }) => JSON.stringify(resultJson(result, shorten), null, 2) },
  ndjson: {
    onProgress: finishedLine,
    onEnd: (result, { shorten }) => JSON.stringify({ type: "end", ...resultJson(result, shorten) }),
  },
};

/** The reporter of a name. All share what goes to stderr: the board, failures, warnings. */
export function createReporter(name: ReporterName, options: ReporterOptions): Reporter {
  const { terminal, quiet, verbose } = options;
  const results = RESULTS[name];
  let study: WritableRun["study"] | undefined;
  let display: ProgressDisplay | undefined;
  let page: PageDisplay | undefined;
  const note = (text: string): void => (page ?? display ?? terminal).note(text);
  const showBoard = (): void => {
    if (!quiet && study !== undefined) display = createProgressDisplay({ terminal, study, clock });
  };
  const endBoard = (): void => {
    display?.end();
    display = undefined;
  };
  return {
    note,
    onOpen: (run) => {
      for (const remark of openRemarks(run, options)) note(remark);
      study = run.study;
      showBoard();
    },
    onProgress: (event) => {
      display?.onProgress(event);
      const remark = eventRemark(event, verbose);
      if (remark !== undefined) note(remark);
      const line = results.onProgress?.(event);
      if (line !== undefined) terminal.print(line);
    },
    onPage: () => {
      endBoard();
      page = quiet ? undefined : createPageDisplay(terminal);
      return {
        onProgress: (share) => page?.onProgress(share),
        end: () => {
          page?.end();
          page = undefined;
          // Trials that turned out to have no curve are trained after the first page.
          showBoard();
        },
      };
    },
    onEnd: (result) => {
      endBoard();
      terminal.print(results.onEnd(result, options));
    },
    close: () => {
      page?.end();
      endBoard();
    },
  };
}
