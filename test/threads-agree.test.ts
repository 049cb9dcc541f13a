import { expect, it } from "vitest";
import { mnistSpec } from "../bench/mnist-spec.mjs";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { createThreadExecutor, enableRelaxedSimd } from "../packages/workers/dist/index.js";

it("trains MNIST to the same digests with 1 and 2 workers", async () => {
  const numerics = enableRelaxedSimd() ? "fma" : "strict";
  const mnist = await loadDataset("mnist");
  const digests = async (workers: number) => {
    const executor = createThreadExecutor({ workers, datasets: [mnist] });
    const specs = [0, 1, 2].map((seed) => mnistSpec(mnist, { numerics, seed, train: 2_000 }));
    const records = await Promise.all(specs.map((spec) => executor.run(spec)));
    await executor.close();
    return records.map((record) => (record.status === "completed" ? record.digest : record));
  };
  const one = await digests(1);
  expect(new Set(one).size).toBe(3);
  expect(one.every((digest) => typeof digest === "string")).toBe(true);
  expect(await digests(2)).toEqual(one);
});
