import { type Dataset, randomStream } from "@actbench/core/internal";

/** 256 + 64 rows of 16 random bytes; the class is the largest of the first four. */
export function randomBytes(): Dataset {
  const stream = randomStream(1, "test");
  const features = Uint8Array.from({ length: 320 * 16 }, () => stream.below(256));
  const labels = Uint16Array.from({ length: 320 }, (_, row) => {
    const first = [...features.subarray(row * 16, row * 16 + 4)];
    return first.indexOf(Math.max(...first));
  });
  const shape = {
    kind: "u8",
    inputs: 16,
    classes: 4,
    density: 1,
    stride: 16,
    trainRows: 256,
    testRows: 64,
  } as const;
  const shared = (bytes: Uint8Array) => {
    const buffer = new SharedArrayBuffer(bytes.length);
    new Uint8Array(buffer).set(bytes);
    return buffer;
  };
  return {
    name: "random",
    hash: "random",
    ...shape,
    features: shared(features),
    labels: shared(new Uint8Array(labels.buffer)),
  };
}
