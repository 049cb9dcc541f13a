import type { Rows } from "./build-dataset.js";

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

/** Pictures are mostly paper: four bytes at a time, MNIST takes 20 ms instead of 50. */
function nonZeroBytes(bytes: Uint8Array): number {
  let count = 0;
  const countIn = (at: number, end: number) => {
    for (let i = at; i < end; i++) if (bytes[i] !== 0) count++;
  };
  const aligned = (4 - (bytes.byteOffset % 4)) % 4;
  if (bytes.length <= aligned) {
    countIn(0, bytes.length);
    return count;
  }
  countIn(0, aligned);
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + aligned, (bytes.length - aligned) >>> 2);
  for (let w = 0; w < words.length; w++) if (words[w] !== 0) countIn(aligned + w * 4, aligned + w * 4 + 4);
  countIn(aligned + words.length * 4, bytes.length);
  return count;
}
