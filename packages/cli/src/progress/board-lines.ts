import { formatDuration } from "../terminal/format-duration.js";
import { oneLine } from "../terminal/own-codes.js";
import { plural } from "../terminal/plural.js";
import type { Board, RunningTrial } from "./board.js";

/** The board as one plain line: `12/140 trials (9 %), 2 failed, 1m 03s so far, about 9m left`. */
export function summaryLine({ counts, at_s }: Board, now_s: number): string {
  const since = Math.max(0, now_s - at_s);
  const share = counts.total === 0 ? 1 : counts.finished / counts.total;
  const parts = [`${counts.finished}/${counts.total} trials (${Math.floor(share * 100)} %)`];
  if (counts.kept > 0) parts.push(`${counts.kept} kept`);
  if (counts.diverged > 0) parts.push(`${counts.diverged} diverged`);
  if (counts.pruned > 0) parts.push(`${counts.pruned} pruned`);
  if (counts.failed > 0) parts.push(`${counts.failed} failed`);
  parts.push(`${formatDuration(counts.elapsed_s + since)} so far`);
  if (counts.eta_s !== undefined && counts.finished < counts.total)
    parts.push(`about ${formatDuration(Math.max(0, counts.eta_s - since))} left`);
  return parts.join(", ");
}

/** The board as lines of at most `columns` characters: a bar, then one line per worker. */
export function boardLines(board: Board, now_s: number, columns: number): readonly string[] {
  const { finished, total } = board.counts;
  const cells = Math.max(10, Math.min(30, columns - 70));
  const filled = total === 0 ? cells : Math.floor((finished / total) * cells);
  const bar = "█".repeat(filled) + "░".repeat(cells - filled);
  const lines = [
    `${bar} ${summaryLine(board, now_s)}`,
    ...bestLine(board),
    ...board.running.map(runningLine),
  ];
  return lines.map((line) => fit(line, columns - 1));
}

function bestLine({ means }: Board): readonly string[] {
  const best = means.best();
  return best === undefined
    ? []
    : [`  best so far: ${oneLine(best.label)}, ${best.value} (${plural(best.n, "seed")})`];
}

function runningLine({ trial, label, seed, worker, epoch, epochs }: RunningTrial): string {
  const who = worker === undefined ? `trial ${trial}` : `worker ${worker}, trial ${trial}`;
  return `  ${who}: ${oneLine(label)}, seed ${seed}, epoch ${epoch}/${epochs}`;
}

function fit(line: string, width: number): string {
  const signs = [...line];
  return signs.length <= width ? line : `${signs.slice(0, Math.max(0, width - 1)).join("")}…`;
}
