import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  createSequentialExecutor,
  type Executor,
  type ExecutorErrorCode,
  loadStudy,
  type RunErrorCode,
  report,
  run,
} from "../packages/cli/dist/index.js";
import { temporaryFolder } from "./actbench.js";
import { TINY, writeSweep } from "./tiny-study.js";

it("the library plans, trains what is missing, continues, and writes pages", async () => {
  const cwd = temporaryFolder();
  const study = await loadStudy(writeSweep(cwd, TINY), { overrides: ["seeds=1"], cwd });
  expect(study.sweep.plan).toHaveLength(4);
  const out = join(cwd, "results");
  const first = await run(study, { out, workers: 1, limit: 3 });
  expect([first.summary.ended, first.records.length]).toEqual(["limit", 3]);
  const started: string[] = [];
  const whole = await run(study, {
    out,
    workers: 1,
    onProgress: (event) => {
      if (event.type === "finished") started.push(event.record.id);
    },
  });
  expect(whole.folder).toBe(first.folder);
  expect(whole.records.map(({ id }) => id)).toEqual(study.sweep.plan.map(({ id }) => id));
  expect(started).toEqual(whole.records.slice(3).map(({ id }) => id));
  const page = await report(whole.folder);
  expect(page).toMatch(/^<!doctype html>/i);
  // A page is as good a source as its folder.
  expect(await report(whole.page)).toContain("tiny");
});

it("an aborted signal starts nothing", async () => {
  const cwd = temporaryFolder();
  const study = await loadStudy(writeSweep(cwd, TINY), { cwd });
  const { summary, records } = await run(study, { out: join(cwd, "r"), signal: AbortSignal.abort() });
  expect([summary.ended, records]).toEqual(["drained", []]);
});

/** A study, and an executor that trains it in this thread and counts its calls. */
async function studyHere(cwd: string, numerics: Executor["numerics"] = ["fma", "strict"]) {
  const study = await loadStudy(writeSweep(cwd, TINY), { overrides: ["seeds=1"], cwd });
  const here = createSequentialExecutor({ datasets: study.datasets, now: () => performance.now() / 1000 });
  const counts = { closed: 0, lost: 0, trained: 0 };
  const executor: Executor = {
    concurrency: 3,
    numerics,
    async run(spec, options) {
      const outcome = await here.run(spec, options);
      if (counts.lost === 0) {
        counts.lost += 1;
        return {
          status: "failed",
          id: outcome.id,
          curve: [],
          error: { code: "gone", message: "m" },
          retryable: true,
        };
      }
      counts.trained += 1;
      return outcome;
    },
    close: async () => {
      counts.closed += 1;
    },
  };
  return { study, executor, counts };
}

it("any executor trains a study: the same bits as threads, retries included; it stays open", async () => {
  const cwd = temporaryFolder();
  const { study, executor, counts } = await studyHere(cwd);
  const here = await run(study, { out: join(cwd, "here"), executor });
  expect([here.summary.ended, here.records.map(({ retries }) => retries).filter(Boolean)]).toEqual([
    "done",
    [1],
  ]);
  expect(counts).toEqual({ closed: 0, lost: 1, trained: 4 });
  expect(here.study.workers).toBe(3);
  const threads = await run(study, { out: join(cwd, "threads"), workers: 2 });
  const digests = (records: typeof here.records) =>
    records.map((record) => ("digest" in record ? record.digest : record.status));
  expect(digests(here.records)).toEqual(digests(threads.records));
});

it("an executor without the plan's arithmetic is refused before anything is written", async () => {
  const cwd = temporaryFolder();
  const { study, executor } = await studyHere(cwd, []);
  const out = join(cwd, "results");
  await expect(run(study, { out, executor })).rejects.toMatchObject({
    name: "RunError",
    code: "run_unsupported",
    message: expect.stringContaining("the executor computes none"),
  });
  expect(existsSync(out)).toBe(false);
});

it.each([
  [["fma", "strict"], ["strict"], [], "strict"],
  [["strict"], ["strict", "fma"], [], "fma"],
  [["strict"], ["fma"], ["numerics=strict"], "run_unsupported"],
  [["fma"], ["strict"], ["numerics=fma"], "run_unsupported"],
  [["fma"], ["strict", "fma"], ["numerics=strict"], "strict"],
] as const)(
  "loaded for %j and trained by an executor of %j with %j: %s; auto is what the executor computes best",
  async (loadedFor, numerics, more, outcome) => {
    const cwd = temporaryFolder();
    const overrides = ["seeds=1", ...more];
    const study = await loadStudy(writeSweep(cwd, TINY), { overrides, cwd, numerics: loadedFor });
    const asked = new Set<string>();
    const executor: Executor = {
      concurrency: 1,
      numerics,
      run: async (spec, { id = "" } = {}) => {
        asked.add(spec.numerics);
        return { status: "failed", id, curve: [], error: { code: "elsewhere", message: "not trained" } };
      },
      close: async () => {},
    };
    const found = await run(study, { out: join(cwd, "results"), executor }).then(
      () => [...asked].join(),
      (error: unknown) => (error as { readonly code: string }).code,
    );
    expect(found).toBe(outcome);
  },
);

it("what is wrong with a sweep file is thrown with every problem", async () => {
  const cwd = temporaryFolder();
  const config = writeSweep(cwd, TINY.replace("epochs: 4", "epoch: 4").replace("prelu", "preluu"));
  await expect(loadStudy(config, { cwd })).rejects.toMatchObject({
    name: "ConfigError",
    problems: [{ line: expect.any(Number) }, { line: expect.any(Number) }],
  });
  await expect(loadStudy("none.yaml", { cwd })).rejects.toMatchObject({ code: "usage" });
});

describe("a call of the library with something else than it takes", () => {
  const refused = async (call: () => Promise<unknown>, message: string, hint?: string): Promise<void> => {
    const error = await call().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "UsageError", code: "usage", message });
    if (hint !== undefined) expect(error).toMatchObject({ hint });
  };
  // A program in JavaScript has no compiler that would have refused these.
  const wrong = <T>(value: unknown): T => value as T;

  it("the library refuses options of a wrong type before anything is written", async () => {
    const cwd = temporaryFolder();
    const study = await loadStudy(writeSweep(cwd, TINY), { cwd });
    const out = join(cwd, "results");
    const workers = "expected a whole number from 1 to 1024";
    for (const [options, message] of [
      [{ workers: 1.5 }, `run: the option workers is 1.5; ${workers}`],
      [{ workers: 0 }, `run: the option workers is 0; ${workers}`],
      [{ workers: -1 }, `run: the option workers is -1; ${workers}`],
      [{ workers: Number.NaN }, `run: the option workers is NaN; ${workers}`],
      [{ workers: 1025 }, `run: the option workers is 1025; ${workers}`],
      [{ workers: "2" }, `run: the option workers is "2"; ${workers}`],
      [{ limit: 0.5 }, "run: the option limit is 0.5; expected a whole number of at least 1"],
      [{ limit: Infinity }, "run: the option limit is Infinity; expected a whole number of at least 1"],
      [{ out: "" }, 'run: the option out is ""; expected a non-empty string'],
      [{ out: 3 }, "run: the option out is 3; expected a non-empty string"],
      [{ signal: {} }, "run: the option signal is {}; expected an AbortSignal"],
      [{ asNew: "no" }, 'run: the option asNew is "no"; expected true or false'],
      [{ onProgress: 1 }, "run: the option onProgress is 1; expected a function"],
      [{ onFault: null }, "run: the option onFault is null; expected a function"],
    ] as const)
      await refused(() => run(study, wrong({ out, ...options })), message);
    await refused(
      () => run(study, wrong({ out, worker: 2 })),
      'run: there is no option "worker"',
      "did you mean workers?",
    );
    const { executor } = await studyHere(cwd);
    await refused(
      () => run(study, { out, executor, workers: 2 }),
      "run: the option workers is for threads, but an executor was given",
      "leave workers out: the executor defines how many trials run at the same time",
    );
    await refused(
      () => run(study, wrong({ out, executor: { run: () => {} } })),
      "run: the option executor is {}; expected an executor: run, close, concurrency and numerics",
    );
    await refused(() => run(study, wrong(2)), "run: its options are 2; expected an object");
    await refused(
      () => run(wrong(loadStudy(writeSweep(cwd, TINY), { cwd })), { out }),
      "run: the study is a promise; expected the result of loadStudy",
      "write await before the call that returns it",
    );
    expect(existsSync(out)).toBe(false);
  });

  it("so are those of loadStudy and report", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, TINY);
    const path = "expected the path of a sweep file, or an object with its keys";
    await refused(() => loadStudy(wrong(3)), `loadStudy: the sweep file is 3; ${path}`);
    await refused(() => loadStudy("a\0.yaml"), `loadStudy: the sweep file is "a\\u0000.yaml"; ${path}`);
    await refused(
      () => loadStudy(config, wrong({ overrides: "seeds=1" })),
      'loadStudy: the option overrides is "seeds=1"; expected an array of strings',
    );
    await refused(
      () => loadStudy(config, wrong({ cdw: cwd })),
      'loadStudy: there is no option "cdw"',
      "did you mean cwd?",
    );
    await refused(
      () => report([]),
      "report: what it is of is []; expected a run's folder or page, or an array of them",
    );
    await refused(
      () => report("x", wrong({ onDamage: true })),
      "report: the option onDamage is true; expected a function",
    );
  });
});

it("every code of an error is in the document", () => {
  const codes = {
    config: true,
    usage: true,
    run_busy: true,
    run_mixed: true,
    run_damaged: true,
    run_newer: true,
    run_unsupported: true,
    run_unmergeable: true,
    run_write: true,
    worker_cannot_start: true,
    executor_closed: true,
    speed_lane_broken: true,
    report_data: true,
  } satisfies Record<"config" | "usage" | "report_data" | RunErrorCode | ExecutorErrorCode, true>;
  const page = readFileSync(new URL("../docs/from-your-own-program.md", import.meta.url), "utf8");
  for (const code of Object.keys(codes)) expect(page).toContain(`\`${code}\``);
});
