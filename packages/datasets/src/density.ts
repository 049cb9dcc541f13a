import type { Rows } from "./rows.js";

/** Share of values that are not 0; 0 of none. */
export function densityOf(features: Rows["features"]): number {
  if (features.length === 0) return 0;
  return (
    (features instanceof Float32Array ? nonZeroFloats(features) : nonZeroBytes(features)) / features.length
  );
}

function nonZeroFloats(values: Float32Array): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) count++;
  return count;
}

/** Four bytes at a time and without a branch, as the edges of pictures are hard to predict. */
function nonZeroBytes(bytes: Uint8Array): number {
  const aligned = (4 - (bytes.byteOffset % 4)) % 4;
  if (bytes.length < aligned) return nonZeroBytes(bytes.slice());
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, (bytes.length - aligned) >>> 2);
  let count = 0;
  for (let w = 0; w < words.length; w++) {
    const word = words[w] as number;
    // A carry reaches the top bit of each byte whose lower bits are not all 0; no carry leaves its byte.
    const tops = (((word & LOW_BITS) + LOW_BITS) | word) & TOP_BITS;
    count += Math.imul(tops >>> 7, 0x01010101) >>> 24;
  }
  for (let i = 0; i < aligned; i++) if (bytes[i] !== 0) count++;
  for (let i = aligned + words.length * 4; i < bytes.length; i++) if (bytes[i] !== 0) count++;
  return count;
}

const LOW_BITS = 0x7f7f7f7f;
const TOP_BITS = 0x80808080;
