import { describe, expect, it } from "vitest";
import { EXIT } from "../exit-code.js";
import { UsageError } from "../usage-error.js";
import { readConfig } from "./read-config.js";
import { flagOverrides } from "./study-flags.js";
import { summaryCode } from "./summary-code.js";

const none = {
  seeds: undefined,
  workers: undefined,
  budget: undefined,
  "trial-timeout": undefined,
  "max-failures": undefined,
  retries: undefined,
};
const counts = {
  total: 3,
  finished: 3,
  kept: 0,
  completed: 3,
  diverged: 0,
  pruned: 0,
  failed: 0,
  running: 0,
  elapsed_s: 1,
};
const costs = { cost_done: 3, cost_left: 0 };

describe("a study from the command line", () => {
  it("turns flags into overrides of the file, and only those given", () => {
    expect(flagOverrides(none)).toEqual([]);
    expect(flagOverrides({ ...none, seeds: 3, workers: "50%", budget: "20m", retries: 0 })).toEqual([
      "seeds=3",
      "workers=50%",
      "budget.time=20m",
      "budget.retries=0",
    ]);
  });

  it("says what is wrong with the path of a sweep file", () => {
    const complaint = (path: string): UsageError => {
      try {
        readConfig(path, import.meta.dirname);
      } catch (error) {
        if (error instanceof UsageError) return error;
      }
      throw new Error("no complaint");
    };
    expect(complaint("none.yaml").message).toBe('there is no sweep file "none.yaml"');
    expect(complaint("train.lr=1").hint).toContain("the sweep file comes first");
    expect(complaint("..").message).toContain("is a folder");
  });

  it("exits with 130 when interrupted, 3 when trials failed, else 0", () => {
    const code = (ended: "done" | "drained" | "stopped" | "budget_time" | "max_failures", failed = 0) =>
      summaryCode({ ended, counts: { ...counts, ...costs, failed } });
    expect(code("done")).toBe(EXIT.ok);
    expect(code("done", 1)).toBe(EXIT.trialsFailed);
    expect(code("budget_time")).toBe(EXIT.ok);
    expect(code("max_failures", 1)).toBe(EXIT.trialsFailed);
    expect([code("drained", 1), code("stopped")]).toEqual([EXIT.interrupted, EXIT.interrupted]);
  });
});
