import type { Dataset } from "./dataset.js";
import type { SparseRows } from "./row-lists.js";

/** Bytes that the lists of one dataset may take: a third more than the pixels of MNIST. */
const MAX_BYTES = 256 * 1024 * 1024;
/** An input's number has the upper 24 bits of a word. */
const MAX_INPUTS = 16_777_216;

/**
 * Lists a dataset's non-zero bytes; undefined where it has no bytes, or its lists would take more than 256
 * MB.
 */
export function sparseRows(data: Dataset): SparseRows | undefined {
  const { kind, inputs, stride, trainRows, validationRows = 0, testRows, density } = data;
  const rows = trainRows + validationRows + testRows;
  if (kind !== "u8" || inputs > MAX_INPUTS || density * rows * inputs * 4 > MAX_BYTES) return undefined;
  const bytes = new Uint8Array(data.features);
  const starts = new SharedArrayBuffer((rows + 1) * 4);
  const firsts = new Uint32Array(starts);
  let count = 0;
  let longest = 0;
  for (let row = 0; row < rows; row++) {
    const before = count;
    for (let at = row * stride; at < row * stride + inputs; at++) if (bytes[at] !== 0) count++;
    firsts[row + 1] = count;
    longest = Math.max(longest, count - before);
  }
  if (count * 4 > MAX_BYTES) return undefined;
  const words = new SharedArrayBuffer(count * 4);
  const list = new Uint32Array(words);
  let next = 0;
  for (let row = 0; row < rows; row++)
    for (let input = 0; input < inputs; input++) {
      const byte = bytes[row * stride + input] as number;
      if (byte !== 0) list[next++] = input * 256 + byte;
    }
  return { starts, words, longest };
}
