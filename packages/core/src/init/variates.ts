import { WeightDraws } from "./draw.js";
import type { LayerShape } from "./initializer.js";

export type Distribution = "normal" | "uniform";

/** Layers whose draws are kept, and numbers in the largest of them: 8 MB each at most. */
const KEPT_LAYERS = 8;
const KEPT_NUMBERS = 1 << 20;

/**
 * The last layers drawn, oldest first: trials of one seed differ in activation and learning rate, not in
 * draws.
 */
const kept = new Map<string, Float64Array>();

/**
 * Standard variates of a layer's weights `[units, inputs]`, row-major: normal with mean 0 and variance 1, or
 * uniform in (−1, 1). Shared between trials; nobody writes to them.
 */
export function variates(distribution: Distribution, shape: LayerShape): Float64Array {
  const { seed, layer, units, inputs } = shape;
  const key = [distribution, seed, layer, units, inputs].join();
  const known = kept.get(key);
  if (known) return known;
  const draws = new WeightDraws(seed, layer);
  const drawn = new Float64Array(units * inputs);
  let at = 0;
  for (let unit = 0; unit < units; unit++)
    for (let input = 0; input < inputs; input++)
      drawn[at++] =
        distribution === "normal" ? draws.normal(unit, input) : 2 * draws.uniform(unit, input) - 1;
  if (drawn.length <= KEPT_NUMBERS) {
    const [oldest] = kept.keys();
    if (kept.size === KEPT_LAYERS && oldest !== undefined) kept.delete(oldest);
    kept.set(key, drawn);
  }
  return drawn;
}
