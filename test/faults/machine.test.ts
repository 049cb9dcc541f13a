import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { actbench, ROOT } from "../actbench.js";
import { finishedIds, onlyRun, results, TINY, writeSweep } from "../tiny-study.js";

// One run resumes under every fault of the clock, one after the other, to the results of a run without
// faults.
let cwd = "";
const RUN = ["run", "tiny.yaml", "--workers", "1"];

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "actbench machine "));
  writeSweep(cwd, TINY.replace("epochs: 4", "epochs: 10").replace("seeds: 3", "seeds: 4"));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** What the run's trials have come to so far, each once. */
function statuses(): readonly string[] {
  const run = onlyRun(cwd);
  const ids = finishedIds(run);
  expect(new Set(ids).size).toBe(ids.length);
  const known = results(run).map(({ status = "" }) => status);
  return known.filter((status) => status !== "");
}

describe("Time", () => {
  it("A budget that ends", async () => {
    const { code, stdout } = await runHere([...RUN, "--budget", "30ms"], cwd);
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining("the time budget ended; the same command continues"),
    ]);
    expect(statuses().length).toBeLessThan(16);
  });

  it("clock jumps", async () => {
    const before = statuses().length;
    const env = { NODE_OPTIONS: `--import=file://${ROOT}test/faults/jumping-clock.mjs` };
    const limits = ["--budget", "1h", "--trial-timeout", "30s", "--limit", "4"];
    const { code, stderr } = await actbench([...RUN, ...limits], { cwd, env });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(statuses()).toEqual(Array(before + 4).fill("completed"));
  });

  it("Machine sleeps", async () => {
    const before = statuses().length;
    let wake: NodeJS.Timeout | undefined;
    const limits = ["--trial-timeout", "3s", "--limit", "4", "--reporter", "ndjson"];
    const { code } = await actbench([...RUN, ...limits], {
      cwd,
      onStdout: (stdout, kill) => {
        if (wake !== undefined || !stdout.includes('"type":"finished"')) return;
        kill("SIGSTOP");
        wake = setTimeout(() => kill("SIGCONT"), 3300);
      },
    });
    expect(code).toBe(0);
    expect(statuses()).toEqual(Array(before + 4).fill("completed"));
  });

  it.runIf(spawnSync("taskset", ["-c", "0", "true"]).status === 0)("One core", async () => {
    const { code, stderr } = await actbench(["run", "tiny.yaml"], { cwd, under: ["taskset", "-c", "0"] });
    expect([code, stderr]).toEqual([0, expect.stringMatching(/16 trials, \d+ already there; 1 worker$/m)]);
    expect(statuses()).toEqual(Array(16).fill("completed"));
  });

  it("ends in the results of a run that had no trouble", async () => {
    await runHere(["run", "tiny.yaml", "--out", "whole"], cwd);
    expect(results(onlyRun(cwd))).toEqual(results(onlyRun(cwd, "whole")));
  });
});

describe("Disk", () => {
  it("Two runs on one folder at the same time", async () => {
    const long = ["run", "tiny.yaml", "train.epochs=1000000", "--out", "busy"];
    let second: ReturnType<typeof actbench> | undefined;
    let stop = (): void => undefined;
    const first = actbench(long, {
      cwd,
      onStderr: (stderr, kill) => {
        if (second !== undefined || !stderr.includes("16 trials")) return;
        stop = () => kill("SIGKILL");
        second = actbench(long, { cwd }).finally(() => stop());
      },
    });
    expect((await first).code).toBe(null);
    expect(await second).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /process \d+ is running on this folder; wait for it, stop it, or use another --out/,
      ),
    });
  });
});
