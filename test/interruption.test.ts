import { describe, expect, it } from "vitest";
import { actbench, type Outcome, temporaryFolder } from "./actbench.js";
import { onlyRun, results, TINY, writeSweep } from "./tiny-study.js";

const finished = (stdout: string): number => stdout.split('"type":"finished"').length - 1;

/** Runs the tiny study and sends a signal once so many trials have finished. */
function interrupted(cwd: string, signals: readonly NodeJS.Signals[], after: number): Promise<Outcome> {
  let sent = false;
  return actbench(["run", writeSweep(cwd, TINY), "--reporter", "ndjson"], {
    cwd,
    onStdout: (stdout, kill) => {
      if (sent || finished(stdout) < after) return;
      sent = true;
      for (const signal of signals) kill(signal);
    },
  });
}

async function unbroken(): Promise<ReturnType<typeof results>> {
  const cwd = temporaryFolder();
  await actbench(["run", writeSweep(cwd, TINY)], { cwd });
  return results(onlyRun(cwd));
}

describe("an interrupted run", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "drains at %s, exits with 130, and the same command ends in the results of an unbroken run",
    async (signal) => {
      const cwd = temporaryFolder();
      const first = await interrupted(cwd, [signal], 2);
      expect(first.code).toBe(130);
      expect(first.stderr).toContain("the same command continues");
      const done = finished(first.stdout);
      expect(results(onlyRun(cwd)).filter(({ status }) => status === "completed")).toHaveLength(done);
      const second = await interrupted(cwd, [], 0);
      expect(second.code).toBe(0);
      // Nothing is trained twice.
      expect(finished(second.stdout)).toBe(12 - done);
      expect(results(onlyRun(cwd))).toEqual(await unbroken());
    },
  );

  it("stops at a second signal and still continues", async () => {
    const cwd = temporaryFolder();
    const first = await interrupted(cwd, ["SIGINT", "SIGTERM"], 2);
    expect(first.code).toBe(130);
    await interrupted(cwd, [], 0);
    expect(results(onlyRun(cwd))).toEqual(await unbroken());
  });

  it("survives SIGKILL at many moments: the same results in the end, nothing trained twice", async () => {
    const cwd = temporaryFolder();
    let trained = 0;
    for (const after of [0, 1, 3, 2, 1]) {
      const { stdout } = await interrupted(cwd, ["SIGKILL"], after);
      trained += finished(stdout);
    }
    const last = await interrupted(cwd, [], 0);
    expect(last.code).toBe(0);
    trained += finished(last.stdout);
    expect(results(onlyRun(cwd))).toEqual(await unbroken());
    // A line that was on the disk but not yet printed when the process died is not counted here.
    expect(trained).toBeLessThanOrEqual(12);
  });
});
