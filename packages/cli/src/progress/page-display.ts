import type { Terminal } from "../terminal/terminal.js";
import { createPainter, type Painter } from "./painter.js";

/** Shows how far a page of many trials is. */
export interface PageDisplay extends Painter {
  onProgress(share: number): void;
}

/**
 * A display of the page: its progress is repainted on a terminal, and elsewhere printed immediately and every
 * 5 seconds.
 */
export function createPageDisplay(terminal: Terminal): PageDisplay {
  let share = 0;
  const line = (): string => `writing the page: ${Math.floor(100 * share)} %`;
  if (!terminal.repaints) terminal.note("writing the page");
  const painter = createPainter(terminal, { lines: () => [line()], plain: line });
  return {
    ...painter,
    onProgress: (done) => {
      share = done;
    },
  };
}
