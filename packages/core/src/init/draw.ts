import { normalCdfInverse } from "../math/normal.js";
import { philox } from "../random/philox.js";
import { purposeKey } from "../random/stream.js";

/** The output layer draws by its own name, so that another depth leaves its weights as they were. */
export const OUTPUT_LAYER = 0xffffffff;

/**
 * Standard variates of a layer's weights. Each is one 32-bit word addressed by (seed, layer, unit, input), so
 * that initializers, gains and widths share draws where they overlap.
 */
export class WeightDraws {
  private readonly words = new Uint32Array(4);
  private readonly key: readonly [number, number];
  private readonly seedHigh: number;
  private block = -1;
  private unit = -1;

  constructor(
    seed: number,
    private readonly layer: number,
    purpose = "weights",
  ) {
    this.key = [seed >>> 0, purposeKey(purpose)];
    this.seedHigh = Math.floor(seed / 4294967296) >>> 0;
  }

  /** Uniform in (0, 1): the word's middle. */
  uniform(unit: number, input: number): number {
    const block = input >>> 2;
    if (block !== this.block || unit !== this.unit) {
      philox(this.key, block, unit, this.layer, this.seedHigh, this.words);
      this.block = block;
      this.unit = unit;
    }
    return ((this.words[input & 3] as number) + 0.5) / 4294967296;
  }

  /** Standard normal, by inverse CDF of the same word. */
  normal(unit: number, input: number): number {
    return normalCdfInverse(this.uniform(unit, input));
  }
}
