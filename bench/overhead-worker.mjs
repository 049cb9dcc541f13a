// A trial worker that also writes the milliseconds inside runTrial where the benchmark can read them.
import { workerData } from "node:worker_threads";
import { runTrial } from "../packages/core/dist/internal.js";
import { performTask } from "../packages/workers/dist/perform-task.js";
import { enableRelaxedSimd } from "../packages/workers/dist/relaxed-simd.js";

enableRelaxedSimd();
const inside = new Float64Array(workerData.datasets.find(({ name }) => name === "clock").features);

export default (task) =>
  performTask(task, (...args) => {
    const before = performance.now();
    try {
      return runTrial(...args);
    } finally {
      inside[0] = performance.now() - before;
    }
  });
