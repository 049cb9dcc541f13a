// Two workers against one, beside two bare Wasm spin loops against one, interleaved in one run: what the
// harness adds to what the machine itself can give. Printed, never asserted. Aim: 95 % or more.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { createThreadExecutor, enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { mnistSpec } from "./mnist-spec.mjs";

const REPEATS = 5;
const TRIALS = 4;
const SPINS = 400;
const numerics = enableRelaxedSimd() ? "fma" : "strict";
const mnist = await loadDataset("mnist");
const executors = [1, 2].map((workers) => createThreadExecutor({ workers, datasets: [mnist] }));
const spinners = [0, 1].map(() => new Worker(new URL("spin-worker.mjs", import.meta.url)));
await Promise.all(spinners.map((spinner) => once(spinner, "message")));

async function secondsOf(work) {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}
/** The same number of spins, shared among `threads`. */
const spin = (threads) =>
  secondsOf(() =>
    Promise.all(
      spinners.slice(0, threads).map((spinner) => {
        spinner.postMessage(SPINS / threads);
        return once(spinner, "message");
      }),
    ),
  );
/** The same trials, shared among `workers`. */
const train = (workers) =>
  secondsOf(() =>
    Promise.all(
      Array.from({ length: TRIALS }, async (_, seed) => {
        const record = await executors[workers - 1].run(mnistSpec(mnist, { numerics, seed, epochs: 3 }));
        if (record.status !== "completed") throw new Error(JSON.stringify(record));
      }),
    ),
  );

await train(1);
await train(2);
const rows = [];
for (let i = 0; i < REPEATS; i++) {
  const [spin1, train1, train2, spin2] = [await spin(1), await train(1), await train(2), await spin(2)];
  rows.push({ bare: spin1 / spin2, workers: train1 / train2 });
}
await Promise.all(executors.map((executor) => executor.close()));
await Promise.all(spinners.map((spinner) => spinner.terminate()));

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = median(rows.map((row) => row.bare));
const workers = median(rows.map((row) => row.workers));
console.log(`two threads against one, medians of ${REPEATS}, Node ${process.versions.node}, ${numerics}`);
console.log(`bare Wasm loops    ${bare.toFixed(3)} ×`);
console.log(`trials (${TRIALS} a round) ${workers.toFixed(3)} ×`);
const shares = rows.map((row) => row.workers / row.bare);
console.log(
  `of what is there   ${(100 * median(shares)).toFixed(1)} %   (${(100 * Math.min(...shares)).toFixed(1)} … ${(100 * Math.max(...shares)).toFixed(1)})`,
);
