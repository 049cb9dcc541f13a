import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "../packages/cli/test/run-here.js";
import { PASSWORD, type RedisServer, redisOrSkip, startRedis } from "../packages/queue/test/redis-server.js";
import { actbench, temporaryFolder } from "./actbench.js";
import { startAgent } from "./queue.js";
import { finishedIds, onlyRun, results, TINY, writeSweep } from "./tiny-study.js";

/** Nine points, of which rungs leave one: checkpoints travel. */
const HALVING = `version: 1
name: halving
dataset: { name: two_moons, train: 256, validation: 128, normalize: standardize }
model: { hidden: [16] }
train: { epochs: 9, batch_size: 32 }
method: halving
early_terminate: { min_iter: 1, eta: 3 }
parameters: { activation: [relu, tanh, elu], train.lr: [0.01, 0.1, 1] }
seeds: 2
`;

describe.skipIf(!redisOrSkip())("a run on agents", () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server.stop());

  it("gives what threads give, bit for bit, also with halving", async () => {
    const cwd = temporaryFolder();
    const sweep = writeSweep(cwd, HALVING, "halving.yaml");
    const agent = await startAgent(server.address, { cwd, args: [sweep, "--workers", "2"] });
    const there = await runHere(["run", sweep, "--queue", server.address, "--out", "queue"], cwd);
    const here = await runHere(["run", sweep, "--out", "threads"], cwd);
    expect(there.code, there.stderr).toBe(here.code);
    expect(there.stderr).toContain("1 agent on 1 machine, 2 threads");
    expect(results(onlyRun(cwd, "queue"))).toEqual(results(onlyRun(cwd, "threads")));
    const said = [there.stdout, there.stderr];
    const seen = await runHere(["doctor", "--queue", server.address], cwd);
    expect(seen).toMatchObject({ code: 0, stdout: expect.stringContaining("two_moons") });
    agent.kill("SIGTERM");
    expect(await agent.ended).toBe(0);
    const left = await runHere(["doctor", "--queue", server.address], cwd);
    expect(left).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("none; start one: actbench agent"),
    });
    for (const text of [...said, agent.said(), seen.stdout, left.stdout])
      expect(text).not.toContain(PASSWORD);
  });

  it("drains, keeps finished trials, and the same command continues, with agents and without", async () => {
    const cwd = temporaryFolder();
    const sweep = writeSweep(cwd, TINY);
    const args = ["run", sweep, "--queue", server.address, "--local", "--workers", "1", "train.epochs=40"];
    const first = await actbench([...args, "--reporter", "ndjson"], {
      cwd,
      onStdout: (_, kill) => kill("SIGINT"),
    });
    expect(first.code, first.stderr).toBe(130);
    expect(first.stderr + first.stdout).not.toMatch(/ss@w|ss%40w/);
    const kept = finishedIds(onlyRun(cwd));
    expect(kept.length).toBeGreaterThan(0);
    // What no thread had begun was taken back.
    expect(kept.length).toBeLessThan(6);
    const second = await actbench(args, { cwd });
    expect(second.code, second.stderr).toBe(0);
    const ids = finishedIds(onlyRun(cwd));
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
    expect(readFileSync(join(onlyRun(cwd), "study.lock.yaml"), "utf8")).not.toContain("ss@w");
  });

  it("after a kill, the same command collects the results of agents: each trial is started once", async () => {
    const cwd = temporaryFolder();
    const sweep = writeSweep(cwd, TINY);
    const agent = await startAgent(server.address, { cwd, args: [sweep, "--workers", "1", "--verbose"] });
    const args = ["run", sweep, "--queue", server.address, "train.epochs=12"];
    const first = await actbench([...args, "--reporter", "ndjson"], {
      cwd,
      onStdout: (_, kill) => kill("SIGKILL"),
    });
    expect(first.code).toBe(null);
    const second = await runHere([...args, "--recheck", "100%"], cwd);
    expect(second.code, second.stderr).toBe(0);
    const run = onlyRun(cwd);
    const ids = finishedIds(run);
    expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
    // Where each ran, without a name of the machine.
    expect(readFileSync(join(run, "journal.jsonl"), "utf8").match(/"ran_on":1,/g)).toHaveLength(12);
    const { machines } = JSON.parse(readFileSync(join(run, "machines.json"), "utf8"));
    expect(machines).toHaveLength(1);
    expect(readFileSync(join(run, "machines.json"), "utf8")).not.toContain(hostname());
    expect(second.stderr).toContain("not verified: there was no other machine");
    expect(readFileSync(join(run, "report.html"), "utf8")).toContain("not verified (run --recheck 2%)");
    expect(agent.said().match(/trial [0-9a-f]{8} started/g)).toHaveLength(12);
    agent.kill("SIGKILL");
  });

  it("explains what is wrong with an address without quoting it", async () => {
    const cwd = temporaryFolder();
    const sweep = writeSweep(cwd, TINY);
    const wrong = server.address.replace(/:[^:@]*@/, ":not-it@");
    for (const [address, why] of [
      [wrong, "WRONGPASS"],
      ["redis://:secret@localhost:1", "ECONNREFUSED"],
      ["http://:secret@localhost", "the address of the queue is invalid"],
      ["redis://:secret@", "the address of the queue is invalid"],
    ] as const)
      for (const command of [["run", sweep], ["agent"]]) {
        const { code, stdout, stderr } = await runHere([...command, "--queue", address], cwd);
        expect([code, stdout]).toEqual([2, ""]);
        expect(stderr).toContain(why);
        expect(stderr).not.toMatch(/not-it|secret/);
      }
    expect(await runHere(["agent"], cwd)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("export ACTBENCH_QUEUE=redis://"),
    });
  });
});
