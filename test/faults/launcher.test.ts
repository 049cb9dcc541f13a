import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { ROOT } from "../actbench.js";
import { onlyRun, TINY, writeSweep } from "../tiny-study.js";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "actbench launcher "));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

it("SIGTERM to `./actbench`, the command of a clone, from another folder and through a link", async () => {
  const cwd = folder();
  writeSweep(cwd, TINY.replace("epochs: 4", "epochs: 1000000"));
  symlinkSync(join(ROOT, "actbench"), join(cwd, "linked"));
  const child = spawn("./linked", ["run", "tiny.yaml", "--workers", "1"], {
    cwd,
    // As a script of npm in another folder would have it.
    env: { ...process.env, INIT_CWD: tmpdir() },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  let owner: unknown;
  child.stderr.setEncoding("utf8").on("data", (part: string) => {
    stderr += part;
    if (owner === undefined && stderr.includes("1 worker")) {
      owner = (JSON.parse(readFileSync(join(onlyRun(cwd), "run.lock"), "utf8")) as { pid: unknown }).pid;
      child.kill("SIGTERM");
    } else if (stderr.includes("once more stops") && !stderr.includes("stopping")) child.kill("SIGTERM");
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect([code, owner]).toEqual([130, child.pid]);
  expect(stderr).toContain("SIGTERM: finishing the running trials");
});

it("`./actbench` prints what the command prints, and ends with its exit code", async () => {
  const cwd = folder();
  const said = execFileSync(join(ROOT, "actbench"), ["--version"], { cwd, encoding: "utf8" });
  expect(said).toMatch(/^\d+\.\d+\.\d+\n$/);
  const faulty = spawn(join(ROOT, "actbench"), ["run", "none.yaml"], { cwd });
  const [stderr, code] = await Promise.all([
    text(faulty.stderr),
    new Promise((resolve) => faulty.on("close", resolve)),
  ]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("none.yaml")]);
});
