import type { Dataset } from "../src/data/dataset.js";
import { randomStream } from "../src/random/stream.js";

export interface GeneratedDataOptions {
  readonly kind: "u8" | "f32";
  readonly inputs: number;
  readonly classes: number;
  readonly trainRows: number;
  readonly testRows: number;
  /** Share of inputs that are not 0. */
  readonly density: number;
  readonly seed?: number;
}

/**
 * Examples that can be learned: every class has its own share of likely inputs. Bytes, or floats in (−1, 1);
 * the same for the same options.
 */
export function generatedData(options: GeneratedDataOptions): Dataset {
  const { kind, inputs, classes, trainRows, testRows, density, seed = 1 } = options;
  const stream = randomStream(seed, "generated data");
  const count = trainRows + testRows;
  const stride = kind === "u8" ? Math.ceil(inputs / 4) * 4 : Math.ceil(inputs / 4) * 16;
  const features = new ArrayBuffer(count * stride);
  const bytes = new Uint8Array(features);
  const floats = new Float32Array(features);
  const labels = new Uint16Array(count);
  for (let row = 0; row < count; row++) {
    const label = stream.below(classes);
    labels[row] = label;
    for (let input = 0; input < inputs; input++) {
      const likely = (input + label) % classes < 2;
      if (stream.uniform() >= density * (likely ? 2 : 1 - 2 / classes)) continue;
      const strength = stream.below(255) + 1;
      if (kind === "u8") bytes[row * stride + input] = strength;
      else floats[(row * stride) / 4 + input] = strength / 128 - 1;
    }
  }
  const shape = { kind, inputs, classes, stride, density, trainRows, testRows };
  return { name: "generated", hash: "0", ...shape, features, labels: labels.buffer };
}
