import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { npyBytes } from "@actbench/core/portable";
import { zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { openWeights } from "./open-weights.js";

const cwd = mkdtempSync(join(tmpdir(), "actbench weights "));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** A .safetensors file of any header, lying or not. */
function safetensors(header: unknown, data: Uint8Array = new Uint8Array(), length?: bigint): Uint8Array {
  const text = Buffer.from(typeof header === "string" ? header : JSON.stringify(header));
  const start = Buffer.alloc(8);
  start.writeBigUInt64LE(length ?? BigInt(text.length));
  return Buffer.concat([start, text, data]);
}

const floats = (...values: readonly number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
const weight = (shape: unknown, offsets: unknown, dtype = "F32") => ({
  w: { dtype, shape, data_offsets: offsets },
});

/** What opening and reading the first tensor comes to: its numbers, or the error's message. */
async function outcome(name: string, bytes?: Uint8Array, maxBytes = 2 ** 20): Promise<unknown> {
  if (bytes !== undefined) writeFileSync(join(cwd, name), bytes);
  try {
    const file = await openWeights(name, cwd, maxBytes);
    try {
      const [tensor] = file.tensors;
      return tensor === undefined ? [] : [...(await file.read(tensor))];
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && "hint" in error) return error.message;
    throw error;
  }
}

describe("a .safetensors file", () => {
  it.each([
    ["F32", floats(1, -2.5), [1, -2.5]],
    ["F64", new Uint8Array(Float64Array.of(0.1, 2).buffer), [Math.fround(0.1), 2]],
    ["BF16", new Uint8Array(Uint16Array.of(0x3f80, 0xc020).buffer), [1, -2.5]],
    [
      "F16",
      new Uint8Array(Uint16Array.of(0x3c00, 0xc100, 0x0001, 0x7c00).buffer),
      [1, -2.5, 2 ** -24, Number.POSITIVE_INFINITY],
    ],
  ])("of %s gives the nearest f32", async (dtype, data, values) => {
    const header = weight([values.length], [0, data.length], dtype);
    expect(await outcome("sound.safetensors", safetensors(header, data))).toEqual(values);
  });

  const sound = safetensors(weight([2], [0, 8]), floats(1, 2));
  it.each<readonly [string, Uint8Array, string]>([
    ["of 3 bytes", Uint8Array.of(1, 2, 3), "it has 3 bytes"],
    ["that was cut off", sound.subarray(0, sound.length - 4), "its header describes"],
    ["with more behind it", Buffer.concat([sound, floats(3)]), "its header describes"],
    [
      "whose header is longer than it",
      safetensors("{}", undefined, 2n ** 40n),
      "its header would have 1099511627776 bytes, and the file has 10",
    ],
    ["whose header is no JSON", safetensors("{w: 1}"), "its header is not JSON"],
    ["whose header is a list", safetensors([1]), "its header is not a JSON object"],
    [
      "whose shape lies",
      safetensors(weight([1000, 1000], [0, 8]), floats(1, 2)),
      "w is F32 [1000, 1000], 4000000 bytes, and its place has 8",
    ],
    [
      "whose shape is negative",
      safetensors(weight([-1, -2], [0, 8]), floats(1, 2)),
      "w has the shape [-1,-2]",
    ],
    ["whose shape is a text", safetensors(weight("2", [0, 8]), floats(1, 2)), 'w has the shape "2"'],
    [
      "whose places lie beyond its end",
      safetensors(weight([2], [800, 808]), floats(1, 2)),
      "its header describes",
    ],
    ["whose places run backwards", safetensors(weight([2], [8, 0]), floats(1, 2)), "w lies at [8,0]"],
    ["whose places are no numbers", safetensors(weight([2], ["0", 8]), floats(1, 2)), 'w lies at ["0",8]'],
    ["of whole numbers", safetensors(weight([2], [0, 8], "I32"), floats(1, 2)), "w holds no floats"],
    ["of an unknown type", safetensors(weight([2], [0, 8], "__proto__"), floats(1, 2)), "w holds no floats"],
    [
      "larger than what may be read",
      safetensors(weight([2 ** 19], [0, 2 ** 21]), new Uint8Array(2 ** 21)),
      "w has 2097152 bytes; at most 1048576 are read",
    ],
  ])("%s is refused with what is wrong", async (_, bytes, message) => {
    expect(await outcome("bad.safetensors", bytes)).toContain(message);
  });

  it("of 10 GB, most of it holes, is refused without reading it", async () => {
    const before = process.memoryUsage().arrayBuffers;
    const size = 10 * 2 ** 30;
    writeFileSync(join(cwd, "sparse.safetensors"), sound);
    truncateSync(join(cwd, "sparse.safetensors"), size);
    expect(await outcome("sparse.safetensors")).toContain(`and the file has ${size}`);
    const lying = safetensors(weight([size / 4], [0, size]));
    writeFileSync(join(cwd, "sparse.safetensors"), lying);
    truncateSync(join(cwd, "sparse.safetensors"), lying.length + size);
    expect(await outcome("sparse.safetensors")).toContain(`w has ${size} bytes; at most 1048576 are read`);
    writeFileSync(join(cwd, "sparse.safetensors"), safetensors("", undefined, BigInt(2 ** 33)));
    truncateSync(join(cwd, "sparse.safetensors"), size);
    expect(await outcome("sparse.safetensors")).toContain(
      "its header has 8589934592 bytes; at most 16777216 are read",
    );
    writeFileSync(
      join(cwd, "sparse.npz"),
      zipSync({ "w.npy": npyBytes({ shape: [1], values: Float32Array.of(1) }) }),
    );
    truncateSync(join(cwd, "sparse.npz"), size);
    expect(await outcome("sparse.npz")).toContain(`${size} bytes; a data file has at most 1048576`);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 24);
  });
});

describe("a .npz file", () => {
  const array = npyBytes({ shape: [1, 2], values: Float32Array.of(1, -2.5) });
  it("gives its arrays, packed or not", async () => {
    expect(await outcome("sound.npz", zipSync({ "w.npy": array }))).toEqual([1, -2.5]);
    expect(await outcome("sound.npz", zipSync({ "w.npy": array }, { level: 0 }))).toEqual([1, -2.5]);
  });

  const changed = (from: string, to: string): Uint8Array =>
    Buffer.from(Buffer.from(array).toString("latin1").replace(from, to), "latin1");
  const sound = zipSync({ "w.npy": array });
  const ones = new Float32Array(2 ** 20).fill(1);
  it.each<readonly [string, Uint8Array, string]>([
    ["of Python objects", zipSync({ "w.npy": changed("'<f4'", "'|O' ") }), "elements of type |O"],
    ["column by column", zipSync({ "w.npy": changed("False", "True ") }), "fortran_order"],
    [
      "whose shape lies",
      zipSync({ "w.npy": changed("(1, 2)", "(9, 9)") }),
      "9 × 9 elements of 4 bytes are declared, 8 bytes follow",
    ],
    ["that was cut off", sound.subarray(0, sound.length - 10), "no readable .npz archive"],
    ["without arrays", zipSync({ "w.txt": array }), "holds no arrays"],
    [
      "that unpacks to more than may be read",
      zipSync({ "w.npy": npyBytes({ shape: [2 ** 20], values: ones }) }),
      "unpacks to 4194432 bytes",
    ],
    [
      "of torch.save",
      zipSync({ "archive/data.pkl": array, "archive/data/0": array }),
      "a Python pickle; reading it would run its code",
    ],
  ])("%s is refused with what is wrong", async (_, bytes, message) => {
    expect(await outcome("bad.npz", bytes)).toContain(message);
  });
});

describe("a file of another kind is named", () => {
  it.each<readonly [string, Uint8Array, string]>([
    ["a pickle", Uint8Array.of(0x80, 4, 0x95, 0, 0, 0, 0, 0, 0, 0), "is a Python pickle"],
    ["HDF5", Buffer.from("\x89HDF\r\n\x1a\n", "latin1"), "is an HDF5 file"],
    [".npy", npyBytes({ shape: [1], values: Float32Array.of(1) }), "is a single NumPy array"],
    ["GGUF", Buffer.from("GGUF\x03\0\0\0\0"), "is a GGUF file"],
    ["an empty file", new Uint8Array(), "it has 0 bytes"],
    [
      "a text",
      Buffer.from("version: 1\nname: tiny\n"),
      "is neither an .npz file nor a valid .safetensors file",
    ],
  ])("%s", async (_, bytes, message) => {
    expect(await outcome("other.bin", bytes)).toContain(message);
  });

  it("a folder, a pipe, a device, nothing", async () => {
    expect(await outcome(".")).toContain(". is a folder");
    expect(await outcome("missing.npz")).toContain("missing.npz cannot be read");
    if (process.platform === "win32") return;
    expect(await outcome("/dev/zero")).toContain("/dev/zero is a device");
    if (spawnSync("mkfifo", [join(cwd, "pipe")]).status !== 0) return;
    expect(await outcome("pipe")).toContain("pipe is a named pipe");
  });
});
