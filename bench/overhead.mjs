// What the harness costs a trial: from submission to record, minus the time inside runTrial. One worker, one
// trial at a time, after a warm-up; n, median and quantiles. Aim: under 5 ms.
import { fileURLToPath } from "node:url";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { createThreadExecutor, enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { mnistSpec } from "./mnist-spec.mjs";

const TRIALS = 200;
const WARM_UP = 20;
const numerics = enableRelaxedSimd() ? "fma" : "strict";
const mnist = await loadDataset("mnist");
const clock = { ...mnist, name: "clock", hash: "clock", features: new SharedArrayBuffer(8) };
const inside = new Float64Array(clock.features);
const executor = createThreadExecutor({
  workers: 1,
  datasets: [mnist, clock],
  entry: fileURLToPath(new URL("overhead-worker.mjs", import.meta.url)),
});

const overhead = [];
const insides = [];
for (let seed = 0; seed < TRIALS + WARM_UP; seed++) {
  const spec = mnistSpec(mnist, { numerics, seed, steps: 10, train: 640 });
  const before = performance.now();
  const record = await executor.run(spec);
  const total = performance.now() - before;
  if (record.status !== "completed") throw new Error(JSON.stringify(record));
  if (seed < WARM_UP) continue;
  overhead.push(total - inside[0]);
  insides.push(inside[0]);
}
await executor.close();

const quantile = (values, q) => values.sort((a, b) => a - b)[Math.floor(q * (values.length - 1))].toFixed(3);
const line = (name, values) =>
  `${name.padEnd(16)} median ${quantile(values, 0.5)} ms   p10 ${quantile(values, 0.1)}   p90 ${quantile(values, 0.9)}   max ${quantile(values, 1)}`;
console.log(`harness overhead a trial, n = ${TRIALS}, Node ${process.versions.node}, ${numerics}`);
console.log(line("overhead", overhead));
console.log(line("inside runTrial", insides));
