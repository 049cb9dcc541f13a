import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DatasetError } from "../dataset-error.js";
import { openArchive } from "./open-archive.js";

const open = (bytes: Uint8Array, maxBytes?: number) =>
  openArchive(
    { file: "a.npz", bytes },
    { what: ".npz archive", ...(maxBytes === undefined ? {} : { maxBytes }) },
  );
const read = async (bytes: Uint8Array, maxBytes?: number) => {
  const archive = await open(bytes, maxBytes);
  return archive.read(archive.names);
};

/**
 * An archive whose size fields of the unpacked member are replaced, in its local header and in its directory.
 */
function claiming(bytes: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(size, copy.indexOf("PK\x03\x04", 0, "latin1") + 22);
  copy.writeUInt32LE(size, copy.indexOf("PK\x01\x02", 0, "latin1") + 24);
  return copy;
}

describe("openArchive", () => {
  it("lists members and unpacks stored and deflated ones", async () => {
    const bytes = zipSync({ "a.npy": [strToU8("stored"), { level: 0 }], "b.npy": strToU8("b".repeat(99)) });
    const { names, read: readNames } = await open(bytes);
    expect(names).toEqual(["a.npy", "b.npy"]);
    const members = await readNames(["b.npy", "a.npy"]);
    expect(members.map((one) => Buffer.from(one).toString())).toEqual(["b".repeat(99), "stored"]);
  });

  it("a zip member that holds more than it declares (unpacked only up to its declared size)", async () => {
    // What follows the first megabyte is damaged: whoever unpacks the whole member reports the damage.
    const member = new Uint8Array(2 ** 20);
    const damaged = Buffer.concat([deflateRawSync(member, { finishFlush: 2 }), Buffer.alloc(64, 0xff)]);
    const whole = Buffer.from(zipSync({ "x.npy": [damaged, { level: 0 }] }));
    for (const at of [
      whole.indexOf("PK\x03\x04", 0, "latin1") + 8,
      whole.indexOf("PK\x01\x02", 0, "latin1") + 10,
    ])
      whole.writeUInt16LE(8, at);
    await expect(read(claiming(whole, 1000))).rejects.toMatchObject({
      code: "dataset_damaged",
      message: "a.npz: no readable .npz archive (x.npy declares 1000 bytes and holds more)",
    });
    await expect(read(claiming(whole, 2 ** 21))).rejects.toThrowError(
      "a.npz: no readable .npz archive (invalid",
    );
  });

  it("a zip member that holds less than it declares", async () => {
    const bytes = zipSync({ "x.npy": new Uint8Array(500) });
    await expect(read(claiming(bytes, 1000))).rejects.toThrowError("x.npy declares 1000 bytes and holds 500");
  });

  it("an archive that declares more than a data file may hold (refused before it is unpacked)", async () => {
    const bytes = zipSync({ "x.npy": new Uint8Array(600), "y.npy": new Uint8Array(600) });
    await expect(read(bytes, 1000)).rejects.toMatchObject({
      code: "dataset_refused",
      message: "a.npz: y.npy unpacks to 600 bytes; at most 1000 are read from a file",
    });
  });

  it("names a member that does not match its checksum", async () => {
    const bytes = Buffer.from(zipSync({ "x.npy": [strToU8("stored"), { level: 0 }] }));
    bytes[bytes.indexOf("stored")] = 1;
    await expect(read(bytes)).rejects.toThrowError("x.npy does not match its checksum");
  });

  it("never fails otherwise than by a DatasetError, whatever the bytes", async () => {
    const whole = zipSync({ "x.npy": strToU8("x".repeat(50)), "y.npy": [strToU8("y"), { level: 0 }] });
    const place = fc.nat(whole.length - 1);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 4 }),
        place,
        async (edits, cut) => {
          const spoilt = edits.reduce((bytes, [at, byte]) => bytes.with(at, byte), whole);
          for (const bytes of [spoilt, spoilt.subarray(0, cut)])
            await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(DatasetError));
        },
      ),
      { numRuns: 300 },
    );
  });
});
