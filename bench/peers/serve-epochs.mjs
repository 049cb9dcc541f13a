// The other end of `peer-process.mjs`: says what it is, then answers each line with the seconds of an epoch.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { cpuSeconds } from "./cpu-seconds.mjs";

/** `[images file, labels file, network]` of the command line. */
export function readTask([images, labels, network] = process.argv.slice(2)) {
  const pixels = new Uint8Array(readFileSync(images)).subarray(16);
  return {
    images: Float32Array.from(pixels, (byte) => byte / 255),
    labels: new Uint8Array(readFileSync(labels)).subarray(8),
    network: JSON.parse(network),
  };
}

/** Copies of `size` shuffled examples, without end. */
export function* shuffledBatches({ images, labels }, size) {
  const order = Uint32Array.from(labels, (_, i) => i);
  for (;;) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(Math.random() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (let from = 0; from + size <= order.length; from += size) {
      const x = new Float32Array(size * 784);
      const y = new Int32Array(size);
      for (let row = 0; row < size; row++) {
        const index = order[from + row];
        x.set(images.subarray(index * 784, (index + 1) * 784), row * 784);
        y[row] = labels[index];
      }
      yield { x, y };
    }
  }
}

/** Tells `about`, then runs `epoch`, which gives or promises seconds, once for each line of the input. */
export async function serveEpochs(about, epoch) {
  const tell = (message) => console.log(JSON.stringify(message));
  tell({ about });
  for await (const _ of createInterface({ input: process.stdin })) tell({ seconds: await epoch() });
}

/** An epoch told from `steps` updates of it: for peers whose epochs take minutes. */
export async function extrapolated(examples, size, steps, step) {
  const before = cpuSeconds();
  for (let i = 0; i < steps; i++) await step();
  return ((cpuSeconds() - before) / steps) * Math.ceil(examples / size);
}
