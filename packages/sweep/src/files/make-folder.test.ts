import { existsSync, mkdtempSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "./make-folder.js";

describe("makeFolder", () => {
  const base = mkdtempSync(join(tmpdir(), "make-folder-"));

  it("makes what is missing, and leaves what is there", () => {
    makeFolder(join(base, "a", "b", "c"));
    makeFolder(join(base, "a", "b", "c"));
    expect(statSync(join(base, "a", "b", "c")).isDirectory()).toBe(true);
  });

  it("says so where a file is in the way", () => {
    writeFileSync(join(base, "file"), "");
    expect(() => makeFolder(join(base, "file", "x"))).toThrow(/ENOTDIR|EEXIST/);
  });

  it.runIf(existsSync("/proc/self"))("ends where a folder refuses children", () => {
    expect(() => makeFolder("/proc/actbench/x")).toThrow(/ENOENT/);
  });
});
