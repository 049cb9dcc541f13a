import type { Terminal } from "../terminal/terminal.js";

const REPAINT_MS = 80;
const PLAIN_MS = 5000;

/** What is shown on stderr as long as something goes on. */
export interface Painting {
  /** On a terminal of this many columns. */
  lines(columns: number): readonly string[];
  /** Where stderr is none; undefined: nothing to say. */
  plain(): string | undefined;
}

export interface Painter {
  /** Prints a line that stays, above what is painted. */
  note(text: string): void;
  /** Removes what is painted and stops; safe to call twice. */
  end(): void;
}

/** Paints lines anew every 80 ms on a terminal, elsewhere prints one plain line every 5 seconds. */
export function createPainter(terminal: Terminal, painting: Painting): Painter {
  let painted = 0;
  let ended = false;
  const wipe = (): void => {
    if (painted > 0) terminal.wipe(painted);
    painted = 0;
  };
  const paint = (): void => {
    const lines = painting.lines(terminal.columns());
    if (lines.length === 0) return;
    wipe();
    terminal.paint(`${lines.join("\n")}\n`);
    painted = lines.length;
  };
  const report = (): void => {
    const line = painting.plain();
    if (line !== undefined) terminal.note(line);
  };
  const timer = terminal.repaints ? setInterval(paint, REPAINT_MS) : setInterval(report, PLAIN_MS);
  return {
    note: (text) => {
      wipe();
      terminal.note(text);
      if (terminal.repaints && !ended) paint();
    },
    end: () => {
      ended = true;
      clearInterval(timer);
      wipe();
    },
  };
}
