import type { SessionResult } from "../study/run-session.js";
import { formatDuration } from "../terminal/format-duration.js";
import { oneLine } from "../terminal/own-codes.js";
import { plural } from "../terminal/plural.js";
import { rankedTable } from "./ranked-table.js";
import type { ReporterOptions } from "./reporter.js";

/** The result of a session as text: the points in rank order, how it ended, the page's path. */
export function resultText(
  { run, summary, page, ranks }: SessionResult,
  { terminal, shorten, line }: ReporterOptions,
): string {
  const { bold } = terminal.colors;
  return [
    ...(ranks
      ? [
          rankedTable(run.study, ranks.ranked, { width: terminal.width(), colors: terminal.colors }),
          "",
          bold(oneLine(ranks.verdict.text)),
          ...(ranks.verdict.basis === "" ? [] : [`(${oneLine(ranks.verdict.basis)})`]),
          ...ranks.finalistLines.map(oneLine),
        ]
      : []),
    endLine(summary),
    ...continuation(summary, line),
    page === undefined
      ? `interrupted while the page was written; all records are kept: actbench report ${shorten(run.folder)}`
      : `report: ${bold(shorten(page))}`,
  ].join("\n");
}

function endLine({ counts }: SessionResult["summary"]): string {
  const missing = counts.total - counts.finished;
  const parts = [`${counts.completed} completed`];
  if (counts.kept > 0) parts.push(`${counts.kept} of them had finished before`);
  if (counts.diverged > 0) parts.push(`${counts.diverged} diverged`);
  if (counts.pruned > 0) parts.push(`${counts.pruned} pruned`);
  if (counts.failed > 0) parts.push(`${counts.failed} failed`);
  if (missing > 0) parts.push(`${missing} not run`);
  return `${plural(counts.total, "trial")} in ${formatDuration(counts.elapsed_s)}: ${parts.join(", ")}`;
}

function continuation({ ended, counts }: SessionResult["summary"], line: string): readonly string[] {
  switch (ended) {
    case "done":
      return counts.failed > 0 ? ["actbench show TRIAL shows why; --last-failed reruns the failed ones"] : [];
    case "drained":
    case "stopped":
      return ["interrupted; the same command continues this run:", `  ${line}`];
    case "budget_time":
      return ["the time budget ended; the same command continues this run:", `  ${line}`];
    case "limit":
      return ["trials remain; the same command without --limit or --last-failed trains them"];
    case "max_failures":
      return ["stopped after too many failures; the same command continues this run:", `  ${line}`];
    default:
      return ended satisfies never;
  }
}
