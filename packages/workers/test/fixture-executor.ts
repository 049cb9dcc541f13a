import { fileURLToPath } from "node:url";
import type { Dataset } from "@actbench/core/internal";
import {
  createThreadExecutor,
  type ThreadExecutor,
  type ThreadExecutorOptions,
} from "../src/thread-executor.js";
import { latchDataset } from "./spec-of.js";

/** An executor over a fixture worker, and the latch its trials share with the test. */
export interface FixtureExecutor {
  readonly executor: ThreadExecutor;
  readonly latch: Int32Array;
  readonly data: Dataset;
}

/** Starts an executor whose threads run `test/fixtures/<fixture>.mjs`. */
export function fixtureExecutor(
  options: Partial<ThreadExecutorOptions> = {},
  fixture = "behaviors",
): FixtureExecutor {
  const data = latchDataset();
  const entry = fileURLToPath(new URL(`fixtures/${fixture}.mjs`, import.meta.url));
  const executor = createThreadExecutor({ workers: 1, datasets: [data], entry, ...options });
  return { executor, latch: new Int32Array(data.features), data };
}

/** Lets everyone go who waits for the latch, now and later. */
export function release(latch: Int32Array): void {
  Atomics.store(latch, 0, 1);
  Atomics.notify(latch, 0);
}
