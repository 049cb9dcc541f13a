import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mnistSpec } from "../bench/mnist-spec.mjs";
import { activationSpec, findActivation, runTrial, type TrialSpec } from "../packages/core/dist/internal.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { welchInterval } from "./welch-interval.js";

interface Fixtures {
  readonly torch: string;
  readonly epochs: number;
  readonly cases: readonly {
    readonly name: string;
    readonly model: Pick<TrialSpec["model"], "hidden" | "init" | "normalization" | "dropout"> & {
      readonly activation: string;
    };
    readonly train: Partial<TrialSpec["train"]>;
    /** The test set's, after the last epoch. */
    readonly seeds: readonly { readonly accuracy: number; readonly loss: number }[];
  }[];
}

const fixtures: Fixtures = JSON.parse(
  readFileSync(new URL("fixtures/torch-parity.json", import.meta.url), "utf8"),
);
const numerics = enableRelaxedSimd() ? "fma" : "strict";
const mnist = await loadDataset("mnist");

/** Test accuracy and loss of whole trainings, one per seed; the draws are ours, not PyTorch's. */
function trained({ model, train, seeds }: Fixtures["cases"][number]): Fixtures["cases"][number]["seeds"] {
  const found = findActivation(model.activation);
  if (!found) throw new Error(`no ${model.activation}`);
  const activation = model.hidden.map(() => activationSpec(found));
  const base = mnistSpec(mnist, { numerics, train: 60_000, epochs: fixtures.epochs });
  return seeds.map((_, seed) => {
    const spec = {
      ...base,
      seed,
      dataset: { ...base.dataset, test: 10_000 },
      model: { ...base.model, ...model, activation },
      train: { ...base.train, ...train, momentum: train.optimizer === "momentum" ? 0.9 : 0 },
      measure: { ...base.measure, dead_units: false },
    };
    const record = runTrial(spec, mnist, { now: () => 0 });
    if (record.status !== "completed") throw new Error(`seed ${seed}: ${record.status}`);
    const { accuracy = Number.NaN, loss = Number.NaN } = record.curve.at(-1)?.test ?? {};
    return { accuracy, loss };
  });
}

describe(`trained like PyTorch ${fixtures.torch}, ${fixtures.epochs} epochs of MNIST`, () => {
  it.each(fixtures.cases)("$name: means within the noise of seeds", (own) => {
    const ours = trained(own);
    for (const what of ["accuracy", "loss"] as const) {
      const [a, b] = [ours, own.seeds].map((seeds) => seeds.map((seed) => seed[what]));
      // Six comparisons: all hold with 99.9 % where nothing differs.
      const { low, high } = welchInterval(a ?? [], b ?? [], 1 - 0.001 / 6);
      expect(low, `${what}: ${a} beside ${b}`).toBeLessThan(0);
      expect(high, `${what}: ${a} beside ${b}`).toBeGreaterThan(0);
    }
  });
});
