import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { redisOrSkip, startRedis } from "../packages/queue/test/redis-server.js";
import { actbench, MAIN, temporaryFolder } from "./actbench.js";
import { seededRandom } from "./faults/seeded-random.js";
import { onlyRun, results, TINY, writeSweep } from "./tiny-study.js";

const KILLS = 100;
const AGENTS = 3;

describe.skipIf(!redisOrSkip())("kills at random", () => {
  it(`${KILLS} kills of agents, the broker and the run: no trial is lost or doubled, and every digest is that of threads`, async ({
    onTestFinished,
  }) => {
    const cwd = temporaryFolder();
    const sweep = writeSweep(cwd, TINY);
    const settings = ["train.epochs=60", "--seeds", "30"];
    const server = await startRedis({ persistent: true });
    const env = { ...process.env, ACTBENCH_QUEUE: server.address };
    const all = new Set<ChildProcess>();
    onTestFinished(async () => {
      for (const child of all) child.kill("SIGKILL");
      await server.stop();
    });
    const start = (...args: readonly string[]): ChildProcess => {
      const child = spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: "ignore" });
      all.add(child);
      return child;
    };
    const startAgent = (): ChildProcess => start("agent", sweep, "--workers", "1");
    const startRun = (): ChildProcess => start("run", sweep, "--queue", ...settings);
    const agents = Array.from({ length: AGENTS }, startAgent);
    let run = startRun();
    const random = seededRandom("kills of the queue");
    for (let kill = 0; kill < KILLS; kill++) {
      await wait(400 + 2000 * random());
      const which = Math.floor(random() * 5);
      if (which === 0) {
        await server.kill();
        await wait(500 * random());
        await server.start();
      } else if (which === 1) {
        run.kill("SIGKILL");
        run = startRun();
      } else {
        const one = Math.floor(random() * AGENTS);
        agents[one]?.kill("SIGKILL");
        agents[one] = startAgent();
      }
    }
    run.kill("SIGKILL");
    const call = { cwd, env: { ACTBENCH_QUEUE: server.address } };
    const last = await actbench(["run", sweep, "--queue", ...settings], call);
    // A trial that happened to lose three agents has failed, as it may have been what ended them.
    expect([0, 3], last.stderr).toContain(last.code);
    const again = await actbench(["run", sweep, "--queue", "--last-failed", ...settings], call);
    expect(again.code, again.stderr).toBe(0);
    const journal = readFileSync(join(onlyRun(cwd), "journal.jsonl"), "utf8").split("\n");
    const completed = journal.flatMap(
      (line) => /"status":"completed","id":"([0-9a-f]{32})"/.exec(line)?.[1] ?? [],
    );
    expect([completed.length, new Set(completed).size]).toEqual([120, 120]);
    const here = await actbench(["run", sweep, "--out", "threads", ...settings], { cwd });
    expect(here.code, here.stderr).toBe(0);
    expect(results(onlyRun(cwd))).toEqual(results(onlyRun(cwd, "threads")));
  });
});
