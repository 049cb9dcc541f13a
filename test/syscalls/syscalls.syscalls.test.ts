import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actbench } from "../actbench.js";
import { onlyRun, results } from "../tiny-study.js";
import { type CallSet, Preload } from "./preload.js";
import { RUN, type Scenario, studyFolder, tryEveryCall } from "./scenario.js";

// A command is run once for each of its system calls on its files. That call fails, or the process is killed
// before it, or half of a write is written. Then the same command continues, and has to reach the results of
// a run without a fault. A preloaded library and not strace: it counts over all threads, looks at one folder
// alone, and can cut a write in half.

const folders: string[] = [];
let preload: Preload;
let whole: ReturnType<typeof results>;
let faults = 0;

/** A folder with the study, in which commands have run. */
async function prepared(...commands: readonly (readonly string[])[]): Promise<string> {
  const cwd = studyFolder();
  folders.push(cwd);
  for (const command of commands) expect((await actbench(command, { cwd })).code).toBe(0);
  return cwd;
}

async function check(scenario: Scenario, set: CallSet, atLeast: number): Promise<void> {
  const { calls, missed, ...tally } = await tryEveryCall(scenario, set, preload);
  console.info(
    `${scenario.command.join(" ")}: ${calls} calls (${set}), ${tally.faults} faults: ${tally.kills} killed, ${tally.errors} ended by themselves, ${missed} did not come`,
  );
  faults += tally.faults - missed;
  expect(calls).toBeGreaterThanOrEqual(atLeast);
  expect(missed).toBeLessThan(0.1 * tally.faults);
}

describe.runIf(process.platform === "linux")("a fault at every system call", () => {
  beforeAll(async () => {
    preload = new Preload();
    whole = results(onlyRun(await prepared(RUN)));
  });
  afterAll(() => {
    preload.remove();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    console.info(`system calls that failed, were cut short or killed their process: ${faults}`);
  });

  it("of a run that begins", async () => {
    await check({ start: await prepared(), command: RUN, out: "results", whole }, "change", 80);
  });

  it("of a run that goes on, as it changes files", async () => {
    const start = await prepared([...RUN, "--limit", "3"]);
    await check({ start, command: RUN, out: "results", whole }, "change", 50);
  });

  it("of a run that goes on, as it reads them", async () => {
    const start = await prepared([...RUN, "--limit", "3"]);
    await check({ start, command: RUN, out: "results", whole }, "read", 30);
  });

  it("of a merge of shards", async () => {
    const shard = (i: number) => [...RUN.slice(0, 2), `--shard=${i}/2`, "--out", "shards", "method=grid"];
    const start = await prepared([...RUN, "method=grid"], shard(1), shard(2));
    const plain = results(onlyRun(start));
    rmSync(join(start, "results"), { recursive: true });
    const shards = readdirSync(join(start, "shards")).map((name) => join("shards", name));
    const command = ["merge", ...shards, "--out", "results"];
    const isWhole = (cwd: string): boolean =>
      existsSync(join(cwd, "results")) &&
      readdirSync(join(cwd, "results")).some((name) => !name.endsWith(".merging"));
    // A merged run is there whole or not at all; its page can be made again.
    const again = (cwd: string) => (isWhole(cwd) ? ["report", onlyRun(cwd)] : command);
    const scenario = { start, command, again, out: "results", whole: plain };
    await check(scenario, "change", 25);
    await check({ ...scenario, root: "shards" }, "read", 10);
  });
});
