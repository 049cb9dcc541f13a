import type { Counts } from "@actbench/sweep";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeStream } from "../../test/fake-stream.js";
import { createTerminal } from "../terminal/terminal.js";
import { createProgressDisplay } from "./display.js";

const counts: Counts = {
  total: 4,
  finished: 1,
  kept: 0,
  completed: 1,
  diverged: 0,
  pruned: 0,
  failed: 0,
  running: 1,
  elapsed_s: 1,
  cost_done: 1,
  cost_left: 3,
};

function display(isTTY: boolean) {
  const stdout = fakeStream({ isTTY: false });
  const stderr = fakeStream({ isTTY });
  const terminal = createTerminal({
    stdout,
    stderr,
    env: {},
    plain: false,
    onUnwritable: (error) => {
      throw error;
    },
  });
  return {
    stderr,
    shown: createProgressDisplay({
      terminal,
      study: { points: [], metric: { name: "validation_accuracy", goal: "maximize" } },
      clock: () => 0,
    }),
  };
}

describe("the progress display", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("writes one plain line every five seconds where stderr is no terminal", () => {
    const { stderr, shown } = display(false);
    shown.onProgress({ type: "begun", counts });
    vi.advanceTimersByTime(4999);
    expect(stderr.text()).toBe("");
    vi.advanceTimersByTime(10_001);
    shown.end();
    const lines = stderr.text().trimEnd().split("\n");
    expect(lines).toHaveLength(3);
    expect(stderr.text()).not.toContain("\x1b");
  });

  it("repaints on a terminal and leaves nothing but the notes behind", () => {
    const { stderr, shown } = display(true);
    shown.onProgress({ type: "begun", counts });
    vi.advanceTimersByTime(80);
    shown.note("trial 2 failed");
    vi.advanceTimersByTime(160);
    shown.end();
    shown.end();
    expect(visible(stderr.text())).toEqual(["trial 2 failed"]);
  });
});

/** The lines a terminal would show: `ESC[nA` goes up n lines, `ESC[0J` clears from there. */
function visible(text: string): readonly string[] {
  const lines: string[] = [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the control sequences are what is tested
  for (const [, up, line] of text.matchAll(/\x1b\[(\d+)A\x1b\[0J|([^\x1b\n]*)\n/g))
    if (up === undefined) lines.push(line ?? "");
    else lines.length -= Number(up);
  return lines;
}
