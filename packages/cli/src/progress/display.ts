import type { StudyRecord } from "@actbench/core/internal";
import type { Progress } from "@actbench/sweep";
import type { Terminal } from "../terminal/terminal.js";
import { type Board, updateBoard } from "./board.js";
import { boardLines, summaryLine } from "./board-lines.js";
import { createPainter, type Painter } from "./painter.js";

/** Shows a study's progress on stderr while it runs. */
export interface ProgressDisplay extends Painter {
  onProgress(event: Progress): void;
}

export interface DisplayOptions {
  readonly terminal: Terminal;
  readonly study: Pick<StudyRecord, "points" | "metric">;
  /** Monotonic seconds. */
  readonly clock: () => number;
}

/** A display: a board repainted every 80 ms on a terminal, elsewhere one plain line every 5 seconds. */
export function createProgressDisplay({ terminal, study, clock }: DisplayOptions): ProgressDisplay {
  let board: Board | undefined;
  const painter = createPainter(terminal, {
    lines: (columns) => (board === undefined ? [] : boardLines(board, clock(), columns)),
    plain: () => board && summaryLine(board, clock()),
  });
  return {
    ...painter,
    onProgress: (event) => {
      board = updateBoard(board, event, study, clock());
    },
  };
}
