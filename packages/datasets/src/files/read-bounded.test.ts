import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSource } from "../load-source.js";
import { readBounded } from "./read-bounded.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "actbench-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const here = (name: string) => join(folder, name);
const refused = (message: string) => ({ code: "dataset_refused", message: expect.stringContaining(message) });

describe("readBounded", () => {
  it("gives the bytes of a file, at the start of a buffer of their own", async () => {
    writeFileSync(here("a"), "abc");
    const bytes = await readBounded(here("a"));
    expect([Buffer.from(bytes).toString(), bytes.byteOffset, bytes.buffer.byteLength]).toEqual(["abc", 0, 3]);
  });

  it("refuses a file that is too large before reading it", async () => {
    writeFileSync(here("large"), new Uint8Array(11));
    await expect(readBounded(here("large"), "large", 10)).rejects.toMatchObject(
      refused("large: 11 bytes; a data file has at most 10"),
    );
  });

  it("refuses a folder, and names what is not there", async () => {
    await expect(readBounded(folder, "d")).rejects.toMatchObject(
      refused("d: it is a folder; data can only be read"),
    );
    await expect(readBounded(here("none"), "none")).rejects.toMatchObject({ code: "dataset_missing" });
  });

  // What /proc shows has no size, and may have no end.
  it.runIf(process.platform === "linux")("refuses a file that holds more than its size", async () => {
    await expect(readBounded("/proc/self/maps", "maps")).rejects.toMatchObject({
      code: "dataset_damaged",
      message: expect.stringContaining("maps: its size changed from 0 bytes while it was read"),
    });
  });
});

describe.runIf(process.platform !== "win32")("data in a file that is none", () => {
  it("a FIFO in place of a data file", async () => {
    execFileSync("mkfifo", [here("pipe.csv")]);
    for (const source of [{ csv: "pipe.csv", target: "a" }, { npz: "pipe.csv" }, { npy: ["pipe.csv", "x"] }])
      await expect(loadSource("own", source, folder)).rejects.toMatchObject(
        refused("pipe.csv: it is a named pipe (FIFO); data can only be read from a regular file"),
      );
  });

  it("a link to a device in place of a data file", async () => {
    symlinkSync("/dev/zero", here("zero.csv"));
    await expect(loadSource("own", { csv: "zero.csv", target: "a" }, folder)).rejects.toMatchObject(
      refused("zero.csv: it is a device; data can only be read from a regular file"),
    );
  });

  it("a socket in place of a data file", async () => {
    const server = createServer().listen(here("s.csv"));
    await new Promise((resolve) => server.once("listening", resolve));
    await expect(readBounded(here("s.csv"), "s.csv")).rejects.toMatchObject(
      refused("s.csv: it is a socket; data can only be read from a regular file"),
    );
    server.close();
  });
});
