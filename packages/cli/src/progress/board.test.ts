import type { Completed } from "@actbench/core/internal";
import type { Counts, Progress } from "@actbench/sweep";
import { describe, expect, it } from "vitest";
import { type Board, updateBoard } from "./board.js";
import { boardLines, summaryLine } from "./board-lines.js";

const counts: Counts = {
  total: 10,
  finished: 2,
  kept: 0,
  completed: 2,
  diverged: 0,
  pruned: 0,
  failed: 0,
  running: 2,
  elapsed_s: 60,
  cost_done: 2,
  cost_left: 8,
  eta_s: 240,
};
const trial = (n: number) => ({ trial: n, id: `${n}`, point: 0, seed: n });
const started = (n: number): Progress => ({
  type: "started",
  trial: trial(n),
  label: "relu",
  worker: n,
  counts,
});
const finished = (n: number): Progress => ({
  type: "retried",
  trial: trial(n),
  label: "relu",
  error: { code: "x", message: "x" },
  attempt: 1,
  counts,
});

const STUDY = { points: [], metric: { name: "validation_accuracy", goal: "maximize" } } as const;

/** A trial that completed with a validation accuracy. */
function completed(label: string, accuracy: number): Progress {
  const record: Completed = {
    ...{ id: "0".repeat(32), status: "completed", peak_bytes: 1, digest: "0".repeat(32) },
    curve: [{ epoch: 1, step: 1, train_s: 1, validation: { loss: 1, accuracy } }],
    timing: { startup_s: 0, train_s: 1, evaluate_s: 0 },
  };
  return { type: "finished", trial: trial(1), label, record, counts };
}

function after(...events: readonly Progress[]): Board {
  let board: Board | undefined;
  for (const event of events) board = updateBoard(board, event, STUDY, 100);
  if (board === undefined) throw new Error("no events");
  return board;
}

describe("the progress board", () => {
  it("knows what runs: added when started, gone when it ends, in order of start", () => {
    expect(after(started(3), started(4)).running.map((item) => item.trial)).toEqual([3, 4]);
    expect(after(started(3), started(4), finished(3)).running.map((item) => item.trial)).toEqual([4]);
  });

  it("shows the epoch of each running trial", () => {
    const epoch = { epoch: 2, step: 10, train_s: 1 };
    const board = after(started(3), { type: "epoch", trial: trial(3), label: "relu", epoch, counts });
    expect(boardLines(board, 100, 120)[1]).toBe("  worker 3, trial 3: relu, seed 3, epoch 2/0");
  });

  it("counts time on between events: more has passed, less is left", () => {
    const board = after({ type: "begun", counts });
    expect(summaryLine(board, 100)).toBe("2/10 trials (20 %), 1m 00s so far, about 4m 00s left");
    expect(summaryLine(board, 130)).toBe("2/10 trials (20 %), 1m 30s so far, about 3m 30s left");
    expect(summaryLine(board, 1000)).toContain("about 0.0s left");
  });

  it("names what was kept, diverged and failed, and nothing that is 0", () => {
    const board = after({ type: "begun", counts: { ...counts, kept: 1, diverged: 2, failed: 3 } });
    expect(summaryLine(board, 100)).toContain("1 kept, 2 diverged, 3 failed");
  });

  it("names the point with the best mean so far", () => {
    const board = after(completed("relu", 0.9), completed("gelu", 0.92), completed("gelu", 0.86));
    expect(boardLines(board, 100, 120)[1]).toBe("  best so far: relu, 90.00 % (1 seed)");
    expect(boardLines(after(started(1)), 100, 120).join()).not.toContain("best");
  });

  it("fits every line into the terminal, also names of many signs", () => {
    const long: Progress = { type: "started", trial: trial(1), label: "🌙".repeat(500), counts };
    for (const columns of [20, 80, 200])
      for (const line of boardLines(after(long), 100, columns))
        expect([...line].length).toBeLessThan(columns);
  });
});
