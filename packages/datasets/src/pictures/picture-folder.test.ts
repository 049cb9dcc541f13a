import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkPins } from "./check-pins.js";
import { readPictureFolder } from "./picture-folder.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "actbench-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (...names: string[]): void => {
  for (const name of names)
    writeFileSync(join(folder, name), name.endsWith(".gz") ? gzipSync(name) : Buffer.from(name));
};
const FOUR = ["train-images.idx", "train-labels.idx.gz", "emnist-test-images-idx3-ubyte", "t10k_labels.gz"];

describe("readPictureFolder", () => {
  it("finds the four files by what their names say, plain or packed", async () => {
    write(...FOUR, "README");
    const files = await readPictureFolder(folder, "set");
    expect(Object.values(files).map(({ file, bytes }) => [file, Buffer.from(bytes).toString()])).toEqual(
      FOUR.map((name) => [join("set", name), name]),
    );
  });

  it("names the file that is missing, and those that may both be it", async () => {
    await expect(readPictureFolder(folder, "set")).rejects.toThrowError(
      "set: there is no train-images-idx3-ubyte, plain or .gz; the folder holds nothing",
    );
    write(...FOUR, "train-images.gz");
    await expect(readPictureFolder(folder, "set")).rejects.toThrowError(
      "set: train-images.gz and train-images.idx may all be train-images-idx3-ubyte",
    );
    await expect(readPictureFolder(join(folder, "none"), "none")).rejects.toMatchObject({
      code: "dataset_missing",
    });
  });

  it("recognizes the right files of the wrong set by their SHA-256", async () => {
    write(...FOUR);
    const files = await readPictureFolder(folder, "set");
    const pins = checkPins(files, {});
    expect(checkPins(files, pins)).toEqual(pins);
    expect(() => checkPins(files, { ...pins, "t10k-labels-idx1-ubyte": "0".repeat(64) })).toThrowError(
      /t10k_labels\.gz: SHA-256 of the unpacked file is [0-9a-f]{64}, expected 0{64}/,
    );
  });
});
