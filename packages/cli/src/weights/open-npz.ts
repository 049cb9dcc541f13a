import { DatasetError, type NpyArray, openArchive, parseNpy, readBounded } from "@actbench/datasets";
import { UsageError } from "../usage-error.js";
import type { WeightsFile } from "./weights-file.js";

const ENDING = ".npy";
/** Under this name `actbench model` writes what the file says of itself. */
const METADATA = "metadata.npy";

/**
 * Reads a `.npz` archive, packed or not, of at most `maxBytes`. Throws a `UsageError` where it is damaged,
 * larger, or an archive of PyTorch's, which is a pickle.
 */
export async function openNpz(path: string, name: string, maxBytes: number): Promise<WeightsFile> {
  try {
    const bytes = await readBounded(path, name, maxBytes);
    const archive = await openArchive({ file: name, bytes }, { what: ".npz archive", maxBytes });
    if (archive.names.some((member) => member.endsWith("data.pkl")))
      throw new UsageError(
        `${name} is a file of torch.save, a Python pickle; reading it would run its code, so it is refused`,
        "write the state_dict as .safetensors or .npz: docs/models.md shows how in PyTorch",
      );
    const members = archive.names.filter((member) => member.endsWith(ENDING) && member !== METADATA);
    if (members.length === 0)
      throw new UsageError(`${name} holds no arrays`, "write it with np.savez(FILE, **arrays)");
    const contents = await archive.read(members);
    const arrays = new Map<string, NpyArray>();
    members.forEach((member, i) => {
      const own = parseNpy({ file: `${name}/${member}`, bytes: contents[i] ?? new Uint8Array() });
      arrays.set(member.slice(0, -ENDING.length), own);
    });
    const [about] = archive.names.includes(METADATA) ? await archive.read([METADATA]) : [];
    const metadata = about === undefined ? undefined : metadataOf(about);
    return {
      name,
      tensors: [...arrays].map(([own, { shape }]) => ({ name: own, shape })),
      ...(metadata === undefined ? {} : { metadata }),
      read: async (tensor) => {
        const array = arrays.get(tensor.name);
        if (array === undefined) throw new UsageError(`${name} holds no ${tensor.name}`);
        return Float32Array.from({ length: array.length }, (_, i) => array.at(i));
      },
      close: async () => undefined,
    };
  } catch (error) {
    if (error instanceof DatasetError)
      throw new UsageError(error.message, "write it with np.savez(FILE, **arrays), arrays of float32");
    throw error;
  }
}

/** The texts of an array of one text; undefined where it is anything else. */
function metadataOf(bytes: Uint8Array): Readonly<Record<string, string>> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = bytes.length < 10 ? 0 : 10 + view.getUint16(8, true);
  const header = Buffer.from(bytes.subarray(10, start)).toString("latin1");
  const [, length] = /'descr': '<U(\d+)'.*'shape': \(\)/.exec(header) ?? [];
  if (length === undefined || bytes.length !== start + 4 * Number(length)) return undefined;
  const points = Array.from({ length: Number(length) }, (_, i) => view.getUint32(start + 4 * i, true));
  if (points.some((point) => point > 0x10ffff)) return undefined;
  try {
    const parsed: unknown = JSON.parse(points.map((point) => String.fromCodePoint(point)).join(""));
    const entries = Object.entries(parsed ?? {}).filter(([, value]) => typeof value === "string");
    return Object.fromEntries(entries) as Readonly<Record<string, string>>;
  } catch {
    return undefined;
  }
}
