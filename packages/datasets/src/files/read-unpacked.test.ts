import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readUnpacked } from "./read-unpacked.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "actbench-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

describe("readUnpacked", () => {
  it("gives a plain file as it is and a gzip file unpacked, whatever they are called", async () => {
    const bytes = Buffer.from("abc");
    expect(Buffer.from((await readUnpacked(file("a.gz", bytes))).bytes).toString()).toBe("abc");
    expect(Buffer.from((await readUnpacked(file("a", gzipSync(bytes)))).bytes).toString()).toBe("abc");
  });

  it.each([
    ["cut short", (packed: Buffer) => packed.subarray(0, packed.length - 9)],
    ["bit-flipped", (packed: Buffer) => packed.map((byte, i) => (i === packed.length - 5 ? byte ^ 1 : byte))],
  ])("names a gzip file that is %s", async (_, spoil) => {
    const path = file("bad.gz", spoil(gzipSync(Buffer.alloc(1000, "xyz"))));
    await expect(readUnpacked(path, "bad.gz")).rejects.toMatchObject({
      code: "dataset_damaged",
      message: expect.stringMatching(/^bad\.gz: the gzip data is damaged or cut short/),
    });
  });

  it("stops a gzip bomb and refuses a file that is too large, before it is in memory", async () => {
    const bomb = file("bomb.gz", gzipSync(new Uint8Array(2 ** 22)));
    await expect(readUnpacked(bomb, "bomb.gz", 2 ** 20)).rejects.toThrowError(
      /^bomb\.gz: \d+ bytes of gzip unpack to more than 1048576 bytes/,
    );
    await expect(readUnpacked(file("large", new Uint8Array(11)), "large", 10)).rejects.toThrowError(
      "large: 11 bytes; a data file has at most 10",
    );
  });

  it("names a file that is not there", async () => {
    await expect(readUnpacked(join(folder, "none"), "none")).rejects.toMatchObject({
      code: "dataset_missing",
      message: expect.stringMatching(/^none: cannot be read \(ENOENT/),
    });
  });
});
