import { randomStream } from "../src/random/stream.js";
import type { AnyNetwork } from "./any-network.js";
import { Oracle } from "./oracle.js";
import { distance, layerDistance } from "./oracle-distance.js";
import { chanceOf, droppedInputs } from "./oracle-draws.js";
import { oraclePair } from "./oracle-pair.js";
import { setHyper } from "./train-oracle-pair.js";

/** One f32 rounding: the smallest difference that can be resolved after a few steps of order 1. */
const ROUNDING = 2 ** -24;
const FLOOR = 2e-6;
/** A few steps round a few dozen times on the way to each number; in 1,500 networks the most was 71. */
const ROUNDINGS = 200;

/** How far a network is from its f64 oracle after training, and how far rounding may have taken it. */
export interface Agreement {
  readonly distance: number;
  /** What one f32 rounding of each of the oracle's products does to the same numbers, some hundred times. */
  readonly allowed: number;
  /** Largest relative error of a batch's loss. */
  readonly lossError: number;
}

/**
 * Trains a network, its oracle, and an oracle whose products are rounded: what divides by a small number
 * magnifies both.
 */
export function agreesWithOracle({ c, batches }: AnyNetwork): Agreement {
  const pair = oraclePair(c);
  const { network, oracle, spec, batch } = pair;
  const stream = randomStream(c.seed ?? 0, "roundings");
  const rounding = (): number => 1 + ROUNDING * (2 * stream.uniform() - 1);
  const rounded = new Oracle(structuredClone([...oracle.layers]), spec.train, spec.model.normalization);
  let lossError = 0;
  batches.forEach((rows, index) => {
    const { inputs, targets } = batch(rows);
    setHyper(network, spec.train, index + 1);
    network.setStep(index);
    const loss = network.step(rows);
    const seen = droppedInputs(network, spec, inputs);
    const chance = chanceOf(network, spec.model);
    const want = oracle.step(seen, targets, chance);
    const near = rounded.step(seen, targets, { ...chance, rounding });
    const allowed = FLOOR * rows + ROUNDINGS * Math.abs(near - want);
    lossError = Math.max(lossError, Math.abs(loss - want) / (allowed + 2e-5 * Math.abs(want)));
  });
  const allowed = FLOOR + ROUNDINGS * layerDistance(oracle.layers, rounded.layers);
  return { distance: distance(pair), allowed, lossError };
}
