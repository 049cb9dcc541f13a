import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { actbench, temporaryFolder } from "../actbench.js";
import { onlyRun, results, TINY, writeSweep } from "../tiny-study.js";

/**
 * Where control groups of processors are made, and the quota of half of one is written; undefined where they
 * cannot be.
 */
const GROUP = [
  { root: "/sys/fs/cgroup/cpu", file: "cpu.cfs_quota_us", quota: "100000" },
  { root: "/sys/fs/cgroup", file: "cpu.max", quota: "100000 100000" },
].find(({ root, file }) => {
  const probe = join(root, `actbench-probe-${process.pid}`);
  try {
    mkdirSync(probe);
    const has = existsSync(join(probe, file));
    rmdirSync(probe);
    return has;
  } catch {
    return false; // no such controller, or no right to it
  }
});
if (GROUP === undefined)
  console.warn(
    "skipped: a real cgroup limit needs the right to make control groups; src/machine tests fixtures",
  );

/** Keeps a processor busy until the test is over. */
function neighbor(): void {
  const child = spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
}

describe("Time", () => {
  it("64", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, TINY.replace("seeds: 3", "seeds: 20"));
    const many = await actbench(["run", config, "--workers", "64", "--out", "many"], { cwd });
    expect([many.code, many.stderr]).toEqual([0, expect.stringContaining("64 workers")]);
    expect((await actbench(["run", config, "--workers", "1", "--out", "one"], { cwd })).code).toBe(0);
    expect(results(onlyRun(cwd, "many"))).toEqual(results(onlyRun(cwd, "one")));
  });

  it.runIf(GROUP !== undefined && availableParallelism() > 1)(
    "a cgroup limit below the core count",
    async () => {
      const { root, file, quota } = GROUP ?? { root: "", file: "", quota: "" };
      const group = join(root, `actbench-${process.pid}`);
      mkdirSync(group);
      onTestFinished(() => rmdirSync(group));
      writeFileSync(join(group, file), quota);
      const cwd = temporaryFolder();
      const config = writeSweep(cwd, TINY);
      const inside = ["sh", "-c", `echo $$ > '${group}/cgroup.procs' && exec "$@"`, "-"];
      const { code, stderr } = await actbench(["run", config], { cwd, under: inside });
      expect([code, stderr]).toEqual([0, expect.stringContaining("12 trials; 1 worker\n")]);
    },
  );

  it("noisy neighbor (speed verdicts become inconclusive, never wrong)", async () => {
    const cwd = temporaryFolder();
    const config = writeSweep(cwd, TINY);
    await actbench(["run", config, "--out", "calm"], { cwd });
    for (let i = 0; i < 2 * availableParallelism(); i++) neighbor();
    await actbench(["run", config, "--out", "noisy"], { cwd });
    const [calm, noisy] = [onlyRun(cwd, "calm"), onlyRun(cwd, "noisy")];
    expect(results(noisy)).toEqual(results(calm));
    const { stdout, code } = await actbench(["compare", calm, noisy, "--fail-on", "worse"], { cwd });
    // Times of a sweep make no verdict; those of weights are not touched by them.
    expect(stdout).toContain("it is not used for ranking");
    expect(stdout).toContain("B has the weights of A");
    expect(code).toBe(0);
    // tanh costs more than relu and the lane says so on a quiet machine; not beside neighbors.
    const bench = ["bench", "relu", "tanh", "dataset=two_moons", "model.hidden=[16]", "--rounds", "6"];
    const lane = await actbench(bench, { cwd });
    expect(lane.stdout).toMatch(/^tanh .* undecided$/m);
    expect(lane.stdout).toContain("cores busy meanwhile, so nothing is decided");
  });
});
