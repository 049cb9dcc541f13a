import { expect } from "vitest";
import type { TrainSpec } from "../src/contract/spec.js";
import type { Network } from "../src/network/network.js";
import { optimizerOf } from "../src/optimizer/optimizers.js";
import { distance } from "./oracle-distance.js";
import { chanceOf, droppedInputs } from "./oracle-draws.js";
import { type OracleCase, type OraclePair, oraclePair } from "./oracle-pair.js";

/** Trains both on batches of the given sizes, comparing each loss; gives them and their largest distance. */
export function trainOraclePair(
  c: OracleCase,
  batches: readonly number[],
): OraclePair & { readonly distance: number } {
  const pair = oraclePair(c);
  const { network, oracle, batch, spec } = pair;
  batches.forEach((rows, index) => {
    const { inputs, targets } = batch(rows);
    setHyper(network, spec.train, index + 1);
    network.setStep(index);
    const loss = network.step(rows);
    const seen = droppedInputs(network, spec, inputs);
    const want = oracle.step(seen, targets, chanceOf(network, spec.model));
    // f32 rounding of a short sum of losses.
    expect(Math.abs(loss - want) / want).toBeLessThan(2e-5);
  });
  return { ...pair, distance: distance(pair) };
}

export function setHyper(network: Network, train: TrainSpec, step: number): void {
  network.setHyper("minus_rate", -train.lr);
  network.setHyper("decay", 1 - train.lr * train.weight_decay);
  const { numbers, running: before = [] } = optimizerOf(train.optimizer);
  let running = before;
  for (let i = 0; i < step && numbers; i++) {
    const next = numbers({ lr: train.lr, settings: train, running });
    running = next.running;
    for (const [name, value] of Object.entries(next.numbers)) network.setHyper(name, value);
  }
}
