import { describe, expect, it } from "vitest";
import { mnistSpec } from "../bench/mnist-spec.mjs";
import { runTrial } from "../packages/core/dist/internal.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";

const numerics = enableRelaxedSimd() ? "fma" : "strict";
const mnist = await loadDataset("mnist");

/**
 * Dead rate of each layer, mean over the seeds that did not diverge, of relu networks on MNIST, He, batches
 * of 32.
 */
function deadRates(options: {
  readonly hidden: readonly number[];
  readonly train: number;
  readonly epochs: number;
  readonly lr: number;
  readonly seeds: number;
}): readonly number[] {
  const { hidden, train, epochs, lr, seeds } = options;
  const base = mnistSpec(mnist, { numerics, train, epochs });
  const [relu] = base.model.activation;
  const ends: (readonly number[])[] = [];
  for (let seed = 0; seed < seeds; seed++) {
    const spec = {
      ...base,
      seed,
      model: { ...base.model, hidden, activation: hidden.flatMap(() => relu ?? []) },
      train: { ...base.train, batch_size: 32, lr },
    };
    const record = runTrial(spec, mnist, { now: () => 0 });
    // A diverged trial has no rates.
    if (record.status === "completed")
      ends.push((record.curve.at(-1)?.units ?? []).map(({ dead, units }) => dead / units));
  }
  expect(ends.length).toBeGreaterThan(seeds / 2);
  return hidden.map((_, layer) => ends.reduce((sum, end) => sum + (end[layer] ?? 0), 0) / ends.length);
}

describe("dead rates by layer and learning rate, 784-100-100-100-10, 5 epochs on 8,000 digits", () => {
  const rates = (lr: number) => deadRates({ hidden: [100, 100, 100], train: 8000, epochs: 5, lr, seeds: 5 });

  it("lr 0.1: next to none, and those in the last layer", () => {
    for (const rate of rates(0.1)) expect(rate).toBeLessThan(0.014);
  });

  it("lr 0.6: about a quarter of the first layer, far fewer of the others", () => {
    const [first = 0, ...others] = rates(0.6);
    expect(first).toBeGreaterThan(0.26 / 2);
    expect(first).toBeLessThan(0.26 * 2);
    for (const rate of others) expect(rate).toBeLessThan(first / 3);
  });

  it("lr 1: a third to two thirds, more in each layer, within a factor of two", () => {
    const found = rates(1);
    for (const [layer, want] of [0.36, 0.46, 0.61].entries()) {
      expect(found[layer], `layer ${layer + 1}`).toBeGreaterThan(want / 2);
      expect(found[layer], `layer ${layer + 1}`).toBeLessThan(want * 2);
    }
    expect([...found].sort()).toEqual(found);
  });
});

describe("dead rates at He's initialization on 2,000 digits, layers 1, 2, 3, 5, 7 and 10", () => {
  it.each([
    { width: 10, seeds: 200, want: [0, 0, 0.03, 0.083, 0.145, 0.235] },
    { width: 32, seeds: 60, want: [0, 0.003, 0.011, 0.036, 0.085, 0.14] },
    { width: 128, seeds: 15, want: [0, 0.002, 0.006, 0.034, 0.083, 0.091] },
  ])("width $width", ({ width, seeds, want }) => {
    const rates = deadRates({ hidden: Array(10).fill(width), train: 2000, epochs: 0, lr: 0.1, seeds });
    want.forEach((rate, i) => {
      const layer = [1, 2, 3, 5, 7, 10][i] ?? 0;
      const found = rates[layer - 1] ?? Number.NaN;
      // A factor of two, or a few units among all that were counted where the figure is next to nothing.
      expect(found, `layer ${layer}`).toBeLessThan(rate * 2 + 0.01);
      expect(found, `layer ${layer}`).toBeGreaterThan(rate / 2 - 0.01);
    });
  });
});
