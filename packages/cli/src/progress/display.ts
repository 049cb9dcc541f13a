import type { StudyRecord } from "@actbench/core/internal";
import type { Progress } from "@actbench/sweep";
import type { Terminal } from "../terminal/terminal.js";
import { type Board, updateBoard } from "./board.js";
import { boardLines, summaryLine } from "./board-lines.js";

const REPAINT_MS = 80;
const PLAIN_MS = 5000;

/** Shows a study's progress on stderr while it runs. */
export interface ProgressDisplay {
  onProgress(event: Progress): void;
  /** Prints a line that stays, above the board. */
  note(text: string): void;
  /** Removes the board and stops; safe to call twice. */
  end(): void;
}

export interface DisplayOptions {
  readonly terminal: Terminal;
  readonly study: Pick<StudyRecord, "points">;
  /** Monotonic seconds. */
  readonly clock: () => number;
}

/** A display: a board repainted every 80 ms on a terminal, elsewhere one plain line every 5 seconds. */
export function createProgressDisplay({ terminal, study, clock }: DisplayOptions): ProgressDisplay {
  let board: Board | undefined;
  let painted = 0;
  const wipe = (): void => {
    if (painted > 0) terminal.wipe(painted);
    painted = 0;
  };
  const paint = (): void => {
    if (board === undefined) return;
    const lines = boardLines(board, clock(), terminal.columns());
    wipe();
    terminal.paint(`${lines.join("\n")}\n`);
    painted = lines.length;
  };
  const report = (): void => {
    if (board !== undefined) terminal.note(summaryLine(board, clock()));
  };
  const timer = terminal.repaints ? setInterval(paint, REPAINT_MS) : setInterval(report, PLAIN_MS);
  return {
    onProgress: (event) => {
      board = updateBoard(board, event, study, clock());
    },
    note: (text) => {
      wipe();
      terminal.note(text);
      if (terminal.repaints) paint();
    },
    end: () => {
      clearInterval(timer);
      wipe();
    },
  };
}
