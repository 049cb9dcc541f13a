import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readVerified } from "./read-verified.js";
import { sha256Of } from "./sha256-of.js";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "actbench-"));
});
afterEach(() => rm(folder, { recursive: true }));

const cure = "fetch it again";

it("gives a file whose checksum is right", async () => {
  const path = join(folder, "a");
  await writeFile(path, "abc");
  const { bytes, file } = await readVerified({ path, sha256: sha256Of("abc"), cure });
  expect(Buffer.from(bytes).toString()).toBe("abc");
  expect(file).toBe(path);
});

it("names file, both checksums and the cure for a flipped bit", async () => {
  const path = join(folder, "a");
  await writeFile(path, "abb");
  const error = await readVerified({ path, sha256: sha256Of("abc"), cure }).catch((e: unknown) => e);
  expect(error).toMatchObject({ code: "dataset_damaged" });
  for (const part of [path, sha256Of("abb"), sha256Of("abc"), cure]) expect(String(error)).toContain(part);
});

it("names file and cure for a missing file", async () => {
  const path = join(folder, "none");
  await expect(readVerified({ path, sha256: "", cure })).rejects.toMatchObject({
    code: "dataset_missing",
    message: expect.stringMatching(/none: cannot be read .*; fetch it again/),
  });
});
