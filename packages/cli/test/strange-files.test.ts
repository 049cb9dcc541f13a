import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { runHere } from "./run-here.js";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "actbench files "));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
});

const SWEEP = "dataset: { name: two_moons }\nparameters: { activation: [relu] }\nseeds: 1\n";

describe.runIf(process.platform !== "win32")("a file that is none", () => {
  it("a FIFO or a link to a device in place of a sweep file", async () => {
    execFileSync("mkfifo", [join(cwd, "pipe.yaml")]);
    symlinkSync("/dev/zero", join(cwd, "zero.yaml"));
    for (const [file, what] of [
      ["pipe.yaml", "a named pipe (FIFO)"],
      ["zero.yaml", "a device"],
    ] as const) {
      const { code, stdout } = await runHere(["validate", file], cwd);
      expect([code, stdout]).toEqual([
        2,
        expect.stringContaining(`"${file}" is ${what}; expected a sweep file`),
      ]);
    }
  });

  it("a FIFO or a link to a device in place of a plugin", async () => {
    execFileSync("mkfifo", [join(cwd, "pipe.yaml")]);
    symlinkSync("/dev/zero", join(cwd, "zero.mjs"));
    writeFileSync(join(cwd, "s.yaml"), SWEEP);
    for (const file of ["pipe.yaml", "zero.mjs"]) {
      const { code, stdout, stderr } = await runHere(["validate", "s.yaml", "--plugin", `./${file}`], cwd);
      expect([code, stdout + stderr]).toEqual([
        2,
        expect.stringContaining(`there is no plugin file "./${file}"`),
      ]);
    }
  });
});

it("a sweep file, plugin or page that is too large is refused before it is read", async () => {
  writeFileSync(join(cwd, "s.yaml"), SWEEP);
  for (const [file, args, what] of [
    ["large.yaml", ["validate", "large.yaml"], "a sweep file has at most 4194304"],
    ["large.yml", ["validate", "s.yaml", "--plugin", "./large.yml"], "a plugin has at most 1048576"],
    ["large.html", ["report", "large.html", "-o", "p.html"], "a report page has at most 500000000"],
    ["large.html", ["report", "--verify", "large.html"], "a report page has at most 500000000"],
  ] as const) {
    // A hole: nothing of it is on the disk.
    writeFileSync(join(cwd, file), "");
    truncateSync(join(cwd, file), 600_000_000);
    const { code, stdout, stderr } = await runHere(args, cwd);
    expect([code, stdout + stderr]).toEqual([2, expect.stringContaining(`has 600000000 bytes; ${what}`)]);
  }
});
