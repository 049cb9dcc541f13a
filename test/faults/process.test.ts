import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "../../packages/cli/test/run-here.js";
import { actbench, MAIN, type Outcome } from "../actbench.js";
import { finishedIds, onlyRun, results, TINY, writeSweep } from "../tiny-study.js";

// One run is broken off in every way, one after the other, and ends in the results of a run that never was.
// Each way adds a trial at least and trains none that another one had finished.
let cwd = "";
const RUN = ["run", "tiny.yaml", "--workers", "1", "--reporter", "ndjson"];

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "actbench faults ü "));
  // Trials long enough that a few have finished at most when a signal arrives, also on a busy machine.
  writeSweep(cwd, TINY.replace("epochs: 4", "epochs: 60").replace("seeds: 3", "seeds: 7"));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** Runs the study and does something to the process once a trial has finished. */
async function brokenOff(
  act: (kill: (signal: NodeJS.Signals) => void) => void,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  let done = false;
  return actbench(RUN, {
    cwd,
    env,
    onStdout: (stdout, kill) => {
      if (done || !stdout.includes('"type":"finished"')) return;
      done = true;
      act(kill);
    },
  });
}

/** Trials finished so far, each once. */
function finished(): number {
  const ids = finishedIds(onlyRun(cwd));
  expect(new Set(ids).size).toBe(ids.length);
  return ids.length;
}

describe("Process and worker", () => {
  it.each([
    ["SIGINT (drains)", "SIGINT"],
    ["SIGTERM", "SIGTERM"],
    ["SIGHUP", "SIGHUP"],
  ] as const)("%s", async (_, signal) => {
    const before = existsSync(join(cwd, "results")) ? finished() : 0;
    const { code, stdout, stderr } = await brokenOff((kill) => kill(signal));
    expect([code, stderr]).toEqual([130, expect.stringContaining("finishing the running trials")]);
    expect(stderr).toContain("the same command continues");
    expect(stdout.split('"type":"finished"').length - 1).toBe(finished() - before);
    expect(results(onlyRun(cwd)).filter(({ digest }) => digest !== "")).toHaveLength(finished());
  });

  it("second SIGINT (stops)", async () => {
    const said: string[] = [];
    const { code, stderr } = await actbench([...RUN, "train.epochs=1000000", "--out", "long"], {
      cwd,
      onStderr: (stderr, kill) => {
        const next = stderr.includes("once more stops") ? "second" : "first";
        if (!stderr.includes("1 worker") || said.includes(next)) return;
        said.push(next);
        kill("SIGINT");
      },
    });
    expect([code, said]).toEqual([130, ["first", "second"]]);
    expect(stderr).toContain("SIGINT: stopping");
    const run = onlyRun(cwd, "long");
    expect([finishedIds(run), existsSync(join(run, "run.lock"))]).toEqual([[], false]);
  });

  it("SIGKILL in the middle", async () => {
    const before = finished();
    const { code } = await brokenOff((kill) => kill("SIGKILL"));
    expect(code).toBe(null);
    expect(finished()).toBeGreaterThan(before);
    expect(existsSync(join(onlyRun(cwd), "run.lock"))).toBe(true);
  });

  it.runIf(process.platform === "linux" && spawnSync("script", ["--version"]).status === 0)(
    "closed terminal",
    async () => {
      const before = finished();
      const command = [process.execPath, MAIN, ...RUN].map((word) => `'${word}'`).join(" ");
      const terminal = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
        cwd,
        stdio: ["ignore", "pipe", "inherit", "pipe"],
      });
      // The command holds the fourth pipe too: it ends with the last of the two.
      const end = text(terminal.stdio[3] as NodeJS.ReadableStream);
      terminal.stdout?.setEncoding("utf8").on("data", (shown: string) => {
        if (shown.includes('"type":"finished"')) terminal.kill("SIGKILL");
      });
      await end;
      expect(finished()).toBeGreaterThan(before);
      // It has ended in good order, with nobody left to tell.
      expect(existsSync(join(onlyRun(cwd), "run.lock"))).toBe(false);
    },
  );

  it("Unhandled rejection in main", async () => {
    const before = finished();
    const flag = join(cwd, "now");
    writeFileSync(
      join(cwd, "late.mjs"),
      `import { existsSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
const timer = setInterval(() => {
  if (!isMainThread || !existsSync(${JSON.stringify(flag)})) return;
  clearInterval(timer);
  Promise.reject(new Error("nobody listens"));
}, 1).unref();
`,
    );
    const NODE_OPTIONS = `--import=${pathToFileURL(join(cwd, "late.mjs")).href}`;
    const { code, stderr } = await brokenOff(() => writeFileSync(flag, ""), { NODE_OPTIONS });
    expect([code, stderr]).toEqual([2, expect.stringContaining("Error: nobody listens")]);
    expect(stderr).toContain(
      "finishing the running trials; once more stops them (the same command continues)",
    );
    expect(finished()).toBeGreaterThan(before);
  });

  it("EPIPE on stdout (`| head`)", () => {
    const { status, stdout, stderr } = spawnSync(
      "bash",
      ["-c", 'set -o pipefail; "$@" | head -1', "-", process.execPath, MAIN, ...RUN],
      { cwd, encoding: "utf8" },
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout).toMatch(/^\{"type":"finished".*\n$/);
    expect(finished()).toBe(28);
  });

  it.runIf(process.platform === "linux")(
    "40 file descriptors (exit 2: only a failed verdict exits with 1)",
    () => {
      // Fewer than Node opens to read the modules of the command.
      const { status, stderr } = spawnSync(
        "bash",
        ["-c", 'ulimit -n 40; exec "$@"', "-", process.execPath, MAIN, ...RUN],
        { cwd, encoding: "utf8" },
      );
      // Which file is the one too many decides what Node calls it.
      const named = expect.stringMatching(/EMFILE|ERR_MODULE_NOT_FOUND/);
      expect({ status, stderr }).toMatchObject({ status: 2, stderr: named });
      expect(finished()).toBe(28);
    },
  );

  it.runIf(process.platform === "linux")(
    "too few file descriptors for the imports of a plugin (exit 2: it did not fail its audit)",
    () => {
      const names = Array.from({ length: 200 }, (_, i) => `m${i}.mjs`);
      for (const name of names) writeFileSync(join(cwd, name), "export default 1;");
      const imports = names.map((name) => `import "./${name}";`).join("\n");
      writeFileSync(
        join(cwd, "many.mjs"),
        `${imports}\nexport default { name: "bump", formula: "x * exp(-x * x)" };`,
      );
      const check = (limit: number) =>
        spawnSync(
          "bash",
          [
            "-c",
            `ulimit -n ${limit}; exec "$@"`,
            "-",
            process.execPath,
            MAIN,
            "activations",
            "check",
            "./many.mjs",
          ],
          { cwd, encoding: "utf8" },
        );
      expect(check(150)).toMatchObject({
        status: 2,
        stdout: "",
        stderr: expect.stringMatching(/EMFILE[\s\S]*too few files; raise the limit/),
      });
      expect(check(1024)).toMatchObject({ status: 0, stderr: "" });
    },
  );

  it("ends in the results of an unbroken run", async () => {
    await runHere(["run", "tiny.yaml", "--out", "unbroken"], cwd);
    expect(results(onlyRun(cwd))).toEqual(results(onlyRun(cwd, "unbroken")));
  });
});
