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

it("a sweep file or plugin that is not UTF-8 (refused with the position of the byte)", async () => {
  writeFileSync(join(cwd, "s.yaml"), SWEEP);
  const latin = Buffer.from('name: one\n# für "Bär"\nseeds: 1\n', "latin1");
  for (const [bytes, said] of [
    [
      latin,
      'not UTF-8: byte 14 (line 2, column 4) is 0xfc (save it as UTF-8; as Latin-1 it reads "für" there)',
    ],
    [
      Buffer.from("seeds: 1\nname: \u00e4\ud83d\ude00", "utf8").subarray(0, -1),
      "not UTF-8: byte 18 (line 2, column 8) is 0xf0",
    ],
    [
      Buffer.from("\ufeffseeds: 1", "utf16le"),
      "not UTF-8: byte 1 (line 1, column 1) is 0xff (it begins as UTF-16 does; save it as UTF-8)",
    ],
    [Buffer.from("name: a\0b\n"), "not text: byte 8 (line 1, column 8) is NUL"],
  ] as const) {
    for (const [file, args] of [
      ["bad.yaml", ["validate", "bad.yaml"]],
      ["bad.yaml", ["validate", "s.yaml", "--plugin", "./bad.yaml"]],
    ] as const) {
      writeFileSync(join(cwd, file), bytes);
      const { code, stdout, stderr } = await runHere(args, cwd);
      expect([code, stdout + stderr]).toEqual([2, expect.stringContaining(said)]);
    }
  }
  writeFileSync(join(cwd, "mark.yaml"), Buffer.from(`\ufeff${SWEEP}`));
  expect(await runHere(["validate", "mark.yaml"], cwd)).toMatchObject({ code: 0 });
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
