import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { replaceFile } from "./replace-file.js";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "actbench replace "));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

it("what a process left that was killed long ago goes, what another writes at this moment stays", () => {
  const own = folder();
  const file = join(own, "report.html");
  for (const part of ["00000001", "00000002"]) writeFileSync(`${file}.${part}.part`, "half of a");
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(`${file}.00000001.part`, longAgo, longAgo);
  writeFileSync(join(own, "other.html.00000003.part"), "");
  replaceFile(file, "whole");
  expect(readdirSync(own).sort()).toEqual([
    "other.html.00000003.part",
    "report.html",
    "report.html.00000002.part",
  ]);
  expect(readFileSync(file, "utf8")).toBe("whole");
});

it("processes that write one page at the same time leave a complete one", async () => {
  const file = join(folder(), "report.html");
  const script = `import { replaceFile } from ${JSON.stringify(new URL("../../dist/runs/replace-file.js", import.meta.url).href)};
    const [file, letter] = process.argv.slice(1);
    for (let i = 0; i < 40; i++) replaceFile(file, letter.repeat(3e6));`;
  const children = ["a", "b"].map((letter) =>
    spawn(process.execPath, ["--input-type=module", "-e", script, file, letter], { stdio: "pipe" }),
  );
  const ended = Promise.all(children.map((child) => once(child, "close")));
  let running = true;
  const codes = ended.then((all) => {
    running = false;
    return all.map(([code]) => code);
  });
  const seen = new Set<string>();
  while (running) {
    await new Promise((resolve) => setImmediate(resolve));
    try {
      const text = readFileSync(file, "latin1");
      seen.add(`${[...new Set(text.slice(0, 10))].join("")}${text.length}`);
    } catch {
      // None is there yet.
    }
  }
  expect(await codes).toEqual([0, 0]);
  expect([...seen].filter((one) => !/^[ab]3000000$/.test(one))).toEqual([]);
});

it.runIf(process.platform !== "win32")("a device or a pipe is written to and not replaced", async () => {
  const own = folder();
  const link = join(own, "null");
  symlinkSync("/dev/null", link);
  replaceFile(link, "whole");
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  const pipe = join(own, "pipe");
  execFileSync("mkfifo", [pipe]);
  const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "inherit"] });
  let read = 0;
  reader.stdout.on("data", (bytes: Buffer) => {
    read += bytes.length;
  });
  replaceFile(pipe, "x".repeat(50_000));
  await once(reader, "close");
  expect(read).toBe(50_000);
  expect(readdirSync(own).sort()).toEqual(["null", "pipe"]);
});
