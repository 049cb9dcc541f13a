import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { resolve } from "node:path";
import { kindOfFile } from "@actbench/datasets";
import { UsageError } from "../usage-error.js";
import { openNpz } from "./open-npz.js";
import { openSafetensors } from "./open-safetensors.js";
import type { WeightsFile } from "./weights-file.js";

// Between naming and opening a pipe may take the file's place: opening it must not wait for a writer.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
const WRITE_INSTEAD = "write the state_dict as .safetensors or .npz: docs/models.md shows how in PyTorch";

/**
 * Opens a `.safetensors` or `.npz` file, recognized by its first bytes. Nothing in a file is executed;
 * `maxBytes` bounds what of it comes into memory. Throws a `UsageError` that says what another file is.
 */
export async function openWeights(name: string, cwd: string, maxBytes: number): Promise<WeightsFile> {
  const path = resolve(cwd, name);
  const file = await opened(path, name);
  try {
    const stats = await file.stat();
    if (!stats.isFile())
      throw new UsageError(`${name} is ${kindOfFile(stats)}`, "name a .safetensors or .npz file");
    const start = new Uint8Array(16);
    await file.read(start, 0, start.length, 0);
    if (isZip(start)) {
      await file.close();
      return await openNpz(path, name, maxBytes);
    }
    const other = otherFormat(start);
    if (other !== undefined) throw new UsageError(`${name} is ${other}`, WRITE_INSTEAD);
    return await openSafetensors(file, { name, size: stats.size, maxBytes });
  } catch (error) {
    // What is wrong with the file matters more than an error of closing it.
    await file.close().catch(() => undefined);
    throw error;
  }
}

async function opened(path: string, name: string): Promise<FileHandle> {
  try {
    return await open(path, FLAGS);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${name} cannot be read: ${reason}`, "name a .safetensors or .npz file");
  }
}

const isZip = (start: Uint8Array): boolean => start[0] === 0x50 && start[1] === 0x4b;

/** What a file is that holds tensors in another way; undefined where its first bytes name nothing known. */
function otherFormat(start: Uint8Array): string | undefined {
  const text = Buffer.from(start).toString("latin1");
  if (start[0] === 0x80 && (start[1] ?? 0) <= 5)
    return "a Python pickle; reading it would run its code, so it is refused";
  if (text.startsWith("\x89HDF")) return "an HDF5 file";
  if (text.startsWith("\x93NUMPY")) return "a single NumPy array (.npy)";
  if (text.startsWith("GGUF")) return "a GGUF file";
  if (start[0] === 0x08 && start[2] === 0x12) return "an ONNX model, whose graph is not read back";
  return undefined;
}
