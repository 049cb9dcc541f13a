import type { NamedTensor } from "./safetensors.js";

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** NumPy pads the header so that numbers begin at a multiple of it. */
const ALIGNMENT = 64;

/** A `.npy` file of format 1.0: 32-bit floats, row-major. */
export function npyBytes({ shape, values }: Pick<NamedTensor, "shape" | "values">): Uint8Array<ArrayBuffer> {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
  const { bytes, view, start } = withHeader("<f4", tuple, values.length * 4);
  values.forEach((value, i) => void view.setFloat32(start + 4 * i, value, true));
  return bytes;
}

/** A text as a `.npy` file: an array without dimensions, whose `item()` is the text. */
export function npyText(text: string): Uint8Array<ArrayBuffer> {
  const characters = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const { bytes, view, start } = withHeader(`<U${characters.length}`, "()", characters.length * 4);
  characters.forEach((character, i) => void view.setUint32(start + 4 * i, character, true));
  return bytes;
}

function withHeader(type: string, shape: string, size: number) {
  const dictionary = `{'descr': '${type}', 'fortran_order': False, 'shape': ${shape}, }`;
  const before = MAGIC.length + 2;
  const start = Math.ceil((before + dictionary.length + 1) / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(start + size);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(MAGIC.length, start - before, true);
  bytes.set(new TextEncoder().encode(`${dictionary.padEnd(start - before - 1)}\n`), before);
  return { bytes, view, start };
}
