import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { load } from "../../test/load.js";
import { MemoryExecutor } from "../../test/memory-executor.js";
import { freshFolder, session } from "../../test/run-folder.js";

const SWEEP = "parameters: { activation: [relu, elu, tanh] }\nseeds: 5\n";

/**
 * A session in which every trial takes so long; gives how it ended and the seeds of the trials that have a
 * result.
 */
async function timed(
  budget: string,
  { concurrency = 1, secondsOf = (_seed: number): number => 10 } = {},
): Promise<readonly [ended: string, seeds: string]> {
  let seconds = 0;
  const executor = new MemoryExecutor({
    during: async ({ seed }) => {
      seconds += secondsOf(seed);
      return undefined;
    },
  });
  const sweep = load(SWEEP, `budget.time=${budget}`);
  const { run, summary } = await session(freshFolder(), sweep, executor, {
    clock: () => seconds,
    concurrency,
  });
  const seeds = sweep.plan.filter(({ id }) => run.records.has(id)).map(({ seed }) => seed);
  return [summary.ended, seeds.join("")];
}

test.each([
  ["45s", "000"],
  ["65s", "000111"],
  ["85s", "000111"],
  ["90s", "000111222"],
  ["149s", "000111222333"],
])(
  "a budget of %s begins no seed that it has no time for: all points have the same seeds",
  async (budget, seeds) => {
    expect(await timed(budget)).toEqual(["budget_time", seeds]);
    const [ended, several] = await timed(budget, { concurrency: 3 });
    expect(ended).toBe("budget_time");
    expect(several).toBe("000111222333444".slice(0, several.length));
    expect(several.length % 3).toBe(0);
  },
);

test("a budget that ends in the first seed ends there", async () => {
  expect(await timed("15s")).toEqual(["budget_time", "00"]);
});

test("a begun seed that is slower than the first may go over the budget, by a quarter of it at most", async () => {
  const slower = (second: number) => ({ secondsOf: (seed: number) => (seed === 0 ? 10 : second) });
  // The first seed takes 30 s, so that a second is expected to end at 60. Its last trial begins at 60, at 74
  // or at 76.
  expect(await timed("60s", slower(15))).toEqual(["budget_time", "000111"]);
  expect(await timed("60s", slower(22))).toEqual(["budget_time", "000111"]);
  expect(await timed("60s", slower(23))).toEqual(["budget_time", "00011"]);
});

test("a budget that is long enough changes nothing", async () => {
  expect((await timed("150s"))[0]).toBe("done");
});

test("a session of some trials, and one of the failed ones alone", async () => {
  const out = freshFolder();
  const sweep = load(SWEEP);
  const broken = new MemoryExecutor({
    during: async (spec) =>
      spec.model.activation[0]?.name === "elu"
        ? {
            status: "failed",
            id: sweep.plan.find(({ point, seed }) => point === 1 && seed === spec.seed)?.id ?? "",
            curve: [],
            error: { code: "trial_error", message: "m" },
          }
        : undefined,
  });
  const first = await session(out, sweep, broken, { limit: 5 });
  expect(first.summary).toMatchObject({ ended: "limit", counts: { finished: 5, failed: 2 } });
  // What a trial throws is no fault of the infrastructure: no vain retry.
  expect(broken.started).toHaveLength(5);
  const healed = new MemoryExecutor();
  const again = await session(out, sweep, healed, { again: "failed" });
  expect(again.summary).toMatchObject({ ended: "limit", counts: { finished: 5, completed: 5, failed: 0 } });
  expect(healed.started.map(({ seed }) => seed)).toEqual([0, 1]);
  const rest = await session(out, sweep, new MemoryExecutor());
  expect(rest.summary).toMatchObject({ ended: "done", counts: { completed: 15, kept: 5 } });
  const whole = await session(freshFolder(), sweep, new MemoryExecutor());
  const results = (folder: string): string => readFileSync(join(folder, "results.csv"), "utf8");
  expect(results(rest.run.folder)).toBe(results(whole.run.folder));
});
