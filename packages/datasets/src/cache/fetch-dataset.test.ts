import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dataCard } from "../data-card.js";
import { loadDataset } from "../load-dataset.js";
import { fetchDataset } from "./fetch-dataset.js";
import { keptNames } from "./kept-cards.js";

const images = (count: number, first: number) =>
  Uint8Array.from([0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 3, ...new Array(count * 6).fill(first)]);
const labels = (...values: number[]) => Uint8Array.from([0, 0, 8, 1, 0, 0, 0, values.length, ...values]);
const set: Record<string, Uint8Array> = {
  "train-images-idx3-ubyte": images(3, 7),
  "train-labels-idx1-ubyte": labels(0, 2, 1),
  "t10k-images-idx3-ubyte": images(2, 9),
  "t10k-labels-idx1-ubyte": labels(2, 0),
};

/** What the loopback server does with a file, by the first folder of the address. */
const answers: Record<string, (response: ServerResponse, bytes: Uint8Array, file: string) => void> = {
  good: (response, bytes) => response.end(gzipSync(bytes)),
  plain: (response, bytes) => response.end(bytes),
  gone: (response) => response.writeHead(404).end("not here"),
  cut: (response, bytes) => response.end(gzipSync(bytes).subarray(0, 12)),
  dropped: (response, bytes) => {
    const packed = gzipSync(bytes);
    response.writeHead(200, { "content-length": packed.length });
    response.write(packed.subarray(0, 12), () => response.destroy());
  },
  silent: (response) => response.writeHead(200, { "content-length": "100" }).write(Uint8Array.of(0x1f, 0x8b)),
  bomb: (response) => response.end(gzipSync(new Uint8Array(96 * 2 ** 20))),
  mixed: (response, bytes, file) =>
    response.end(gzipSync(file.startsWith("train-labels") ? labels(1) : bytes)),
};

let server: Server;
let requests: string[] = [];
let base = "";
let cache = "";
beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? "");
    const [, kind = "", file = ""] = (request.url ?? "").split("/");
    const name = file.replace(/\.gz$/, "");
    answers[kind]?.(response, set[name] ?? new Uint8Array(), name);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  requests = [];
  cache = await mkdtemp(join(tmpdir(), "actbench-"));
});
afterEach(() => rm(cache, { recursive: true }));

const fetchFrom = (kind: string, more: object = {}) =>
  fetchDataset({ name: "tiny", from: `${base}/${kind}`, cache, ...more });

describe("fetchDataset", () => {
  it("keeps a set by its hashes, so that loading needs no network", async () => {
    const fetched = await fetchFrom("good");
    expect(requests).toHaveLength(4);
    expect(fetched).toMatchObject({
      name: "tiny",
      inputs: 6,
      classes: 3,
      trainRows: 3,
      testRows: 2,
      stride: 8,
    });
    const loaded = await loadDataset("tiny", { cache });
    expect(loaded.hash).toBe(fetched.hash);
    expect(await keptNames(cache)).toEqual(["tiny"]);
    expect(loaded.about).toEqual(fetched.about);
    expect(dataCard(loaded)).toMatchObject({
      image: [3, 2],
      class_counts: [1, 1, 1],
      source: `${base}/good`,
    });
    expect(requests).toHaveLength(4);
  });

  it("does not ask twice for what it has", async () => {
    await fetchFrom("good");
    expect((await fetchFrom("good/")).trainRows).toBe(3);
    expect(requests).toHaveLength(4);
  });

  it("takes a file only under the SHA-256 it was pinned to, and then keeps nothing", async () => {
    const sha256 = { "t10k-labels-idx1-ubyte": "0".repeat(64) };
    await expect(fetchFrom("good", { sha256 })).rejects.toMatchObject({
      code: "dataset_damaged",
      message: expect.stringMatching(
        /t10k-labels-idx1-ubyte.gz: SHA-256 of the unpacked file is [0-9a-f]{64}, expected 0/,
      ),
    });
    expect(await readdir(cache)).toEqual([]);
  });

  it("says which file in the cache was damaged, and how to mend it", async () => {
    await fetchFrom("good");
    const [file = ""] = await readdir(join(cache, "rows"));
    const path = join(cache, "rows", file);
    const rows = await readFile(path);
    const message = expect.stringContaining(`fetch or import tiny again from ${base}/good`);
    const damaged = { code: "dataset_damaged", message };
    await writeFile(path, "short");
    await expect(loadDataset("tiny", { cache })).rejects.toMatchObject(damaged);
    await writeFile(path, rows.with(0, 8));
    await expect(loadDataset("tiny", { cache })).rejects.toMatchObject(damaged);
    await rm(path);
    await expect(loadDataset("tiny", { cache })).rejects.toMatchObject({ code: "dataset_missing", message });
  });

  it.each([
    ["an answer that is not gzip", "plain", "is not gzip"],
    ["an error page", "gone", "the server answers 404 Not Found"],
    ["a connection that is dropped", "dropped", "the connection was closed before the answer was complete"],
    ["a truncated answer", "cut", "the answer is truncated"],
    ["labels of another set", "mixed", "1 labels, but"],
  ])("refuses %s and keeps nothing", async (_, kind, message) => {
    await expect(fetchFrom(kind)).rejects.toThrowError(message);
    expect(await readdir(cache)).toEqual([]);
  });

  it("gives up on an answer that does not go on", async () => {
    await expect(fetchFrom("silent", { timeout_s: 0.1 })).rejects.toThrowError(
      "no complete answer within 0.1 s",
    );
  });

  it("ends a gzip bomb", async () => {
    await expect(fetchFrom("bomb", { maxBytes: 1000 })).rejects.toThrowError(
      "unpacks to more than 1000 bytes",
    );
  });

  it.each([
    [{ name: "../up" }, "is not a valid dataset name"],
    [{ name: "mnist" }, "is in the catalog already"],
    [{ from: "ftp://x/" }, "is not an http: or https: address"],
    [{ from: "http://a:b@127.0.0.1/" }, "user or password"],
  ])("refuses %j before any request", async (more, message) => {
    await expect(fetchFrom("good", more)).rejects.toThrowError(message);
    expect(requests).toEqual([]);
  });

  it("says that nothing answers", async () => {
    // Port 9 (discard) is not listened to on a loopback address.
    await expect(fetchFrom("", { from: "http://127.0.0.1:9" })).rejects.toThrowError("ECONNREFUSED");
  });
});
