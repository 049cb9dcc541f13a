import { runTrial, type TrialRecord, type TrialSpec } from "@actbench/core";
import { expect, it } from "vitest";
import { randomBytes } from "../test/random-bytes.js";
import { specOf } from "../test/spec-of.js";
import { createThreadExecutor } from "./thread-executor.js";

const spec = (seed: number): TrialSpec => {
  const base = specOf("random", seed);
  const relu = {
    label: "relu",
    name: "relu",
    tree: ["max", "x", 0],
    params: [],
    inputs: 1,
    at_kink: "left",
  } as const;
  return {
    ...base,
    dataset: { ...base.dataset, hash: "random", train: 200, validation: 50, test: 64, normalize: "unit" },
    model: { ...base.model, hidden: [8, 6], activation: [relu, relu] },
    train: { ...base.train, epochs: 3, batch_size: 16 },
    measure: { ...base.measure, dead_units: true },
  };
};

/** What must not depend on where a trial ran: all but times. */
const timeless = (record: unknown) =>
  JSON.stringify(record, (key, value) => (key === "timing" || key === "train_s" ? undefined : value));

it("gives the same records by 1 thread, by 2 and without threads", async () => {
  const data = randomBytes();
  const specs = Array.from({ length: 6 }, (_, seed) => spec(seed));
  const byThreads = async (workers: number) => {
    const executor = createThreadExecutor({ workers, datasets: [data] });
    const records = await Promise.all(specs.map((one) => executor.run(one)));
    await executor.close();
    return records;
  };
  const host = { now: () => 0 };
  const here = specs.map((one) => runTrial(one, data, host));
  expect(here.map(({ status }) => status)).toEqual(new Array(6).fill("completed"));
  expect(
    new Set(here.map((record) => (record as Extract<TrialRecord, { digest: string }>).digest)).size,
  ).toBe(6);
  expect((await byThreads(1)).map(timeless)).toEqual(here.map(timeless));
  expect((await byThreads(2)).map(timeless)).toEqual(here.map(timeless));
});

it("pauses in one thread and goes on in another to the digest of the unbroken run", async () => {
  const data = randomBytes();
  const executor = createThreadExecutor({ workers: 2, datasets: [data] });
  const whole = await executor.run(spec(0));
  let part = await executor.run(spec(0), { until: 5 });
  for (let until = 10; part.status === "paused"; until += 5)
    part = await executor.run(spec(0), { from: part.checkpoint, until });
  expect(timeless(part)).toBe(timeless(whole));
  await executor.close();
});
