import { listenForInterruption } from "../interruption.js";
import { createPageDisplay, type PageDisplay } from "../progress/page-display.js";
import type { Terminal } from "../terminal/terminal.js";
import type { PageHost } from "./make-page.js";

/** A command that does nothing but make a page: shows how far it is, and ends it at the first signal. */
export function pageHost(terminal: Terminal): PageHost {
  let shown: PageDisplay | undefined;
  const note = (text: string): void => (shown ?? terminal).note(text);
  return {
    note,
    watch: () => {
      const words = { does: "the page is not written", after: "an earlier page is unchanged" };
      const { drain, dispose } = listenForInterruption(process, note, words);
      // Whoever reads its first line may end it.
      const display = createPageDisplay(terminal);
      shown = display;
      return {
        signal: drain,
        onProgress: display.onProgress,
        end: () => {
          display.end();
          shown = undefined;
          dispose();
        },
      };
    },
  };
}
