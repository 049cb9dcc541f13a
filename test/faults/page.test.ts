import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { finishTrials, MANY } from "../../packages/cli/test/many-trials.js";
import { actbench, type Outcome } from "../actbench.js";
import { finishedIds, writeSweep } from "../tiny-study.js";

// The page of one finished run is broken off in every way, one after the other.
let cwd = "";
let run = "";

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "actbench page ü "));
  run = await finishTrials(cwd, writeSweep(cwd, MANY));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const page = (): string => join(run, "report.html");
/** What a page, or a part of one, leaves in the run's folder. */
const traces = (): readonly string[] => readdirSync(run).filter((file) => /^(?:report|looks)/.test(file));

/** Runs a command and sends the signal once it says that it makes the page. */
async function brokenOff(args: readonly string[], signal: NodeJS.Signals): Promise<Outcome> {
  let sent = false;
  return actbench(args, {
    cwd,
    onStderr: (stderr, kill) => {
      if (sent || !stderr.includes("writing the page")) return;
      sent = true;
      kill(signal);
    },
  });
}

describe("Process and worker", () => {
  it.each([
    ["Ctrl-C while the page is written", "SIGINT"],
    ["SIGTERM while the page is written", "SIGTERM"],
  ] as const)("%s", async (_, signal) => {
    const ended = await brokenOff(["run", "tiny.yaml", "--workers", "1"], signal);
    expect([ended.code, ended.stderr]).toEqual([
      130,
      expect.stringContaining(`${signal}: the page was not written`),
    ]);
    expect(ended.stdout).toContain("2,100 trials in ");
    expect(ended.stdout).toMatch(
      /interrupted while the page was written; all records are kept: actbench report/,
    );
    expect(traces()).toEqual([]);
    expect(new Set(finishedIds(run)).size).toBe(2100);

    writeFileSync(page(), "an earlier page");
    const again = await brokenOff(["report", "many"], signal);
    expect([again.code, again.stdout]).toEqual([130, ""]);
    expect(again.stderr).toContain(`${signal}: the page is not written (an earlier page is unchanged)`);
    expect(readFileSync(page(), "utf8")).toBe("an earlier page");
    expect(traces()).toEqual(["report.html"]);
    rmSync(page());
  });
});

describe("Disk", () => {
  it("half-written page", async () => {
    writeFileSync(page(), "an earlier page");
    expect((await brokenOff(["report", "many"], "SIGKILL")).code).toBeNull();
    expect(readFileSync(page(), "utf8")).toBe("an earlier page");
    // What a process leaves that is killed while it writes; another may be writing the same page for some
    // minutes.
    const part = `${page()}.00000001.part`;
    writeFileSync(part, "<!doctype html><html><body>half of a");
    utimesSync(part, 0, 0);
    appendFileSync(join(run, "journal.jsonl"), "no record\n");
    const { code, stdout, stderr } = await actbench(["report", "many"], { cwd });
    // Damage is also reported from the thread that writes the page.
    expect([code, stdout]).toEqual([4, expect.stringContaining("report.html")]);
    expect(stderr).toContain("many/journal.jsonl:2102: this line is damaged");
    expect(existsSync(part)).toBe(false);
    const verified = await actbench(["report", "--verify", "many"], { cwd });
    expect([verified.code, verified.stdout]).toEqual([
      0,
      expect.stringContaining("follow from the data of its 2100 trials"),
    ]);
  });
});
