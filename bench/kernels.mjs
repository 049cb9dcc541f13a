// Every kernel of real training steps, timed in place, against what 128-bit code can do on this core: a
// generated loop of independent multiply-adds, and one of copies within L1, both measured in the same rounds.
// `alone` rows repeat one call. Usage: pnpm bench:kernels [ROUNDS] [strict|fma]
import { cpus } from "node:os";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { cutNetwork, isMust, MUST } from "./kernels/cut-network.mjs";
import { speedLimit } from "./kernels/speed-limit.mjs";

const [rounds = "11", wanted] = process.argv.slice(2);
const ROUNDS = Number(rounds);
if (!Number.isInteger(ROUNDS) || ROUNDS < 1)
  throw new Error(`rounds: "${rounds}" is not a whole number above 0`);
const fma = enableRelaxedSimd();
const numerics = wanted ?? (fma ? "fma" : "strict");
if (numerics !== "strict" && !(numerics === "fma" && fma))
  throw new Error(`numerics: "${numerics}" cannot run here; there is strict${fma ? " and fma" : ""}`);

const STEPS = 20;
const ALONE = 20;
const WARM_UP_MS = 700;
const mnist = await loadDataset("mnist");
/** The same bytes, said to be dense: the first layer gets the packed product. */
const dense = { ...mnist, density: 1 };

const NETWORKS = [
  { data: mnist, hidden: [128, 64], batch: 64, activation: "relu", optimizer: "sgd" },
  { data: mnist, hidden: [128, 64], batch: 64, activation: "gelu", optimizer: "adam" },
  { data: dense, hidden: [128, 128], batch: 64, activation: "relu", optimizer: "sgd" },
  { data: dense, hidden: [128, 128], batch: 128, activation: "elu", optimizer: "sgd" },
  {
    data: mnist,
    hidden: [128, 64],
    batch: 64,
    activation: "prelu",
    optimizer: "momentum",
    shift: -0.4,
    model: { normalization: "batch", dropout: 0.2 },
    train: { clip_norm: 1, max_norm: 3 },
  },
  {
    data: dense,
    hidden: [128, 64],
    batch: 64,
    activation: "swiglu",
    optimizer: "rmsprop",
    model: { normalization: "layer", input_dropout: 0.2 },
    train: { loss: "mse" },
  },
].map((options) => cutNetwork(mnist, { ...options, numerics }));

/** Milliseconds of each call of one step, the clock's own share taken off. */
function timeStep({ kernels, batch }, times, clockMs) {
  for (const [i, { run }] of kernels.entries()) {
    const before = performance.now();
    run(batch);
    times[i].push(performance.now() - before - clockMs);
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const timed = (run) => {
  const before = performance.now();
  run();
  return performance.now() - before;
};

const limit = speedLimit(numerics);
for (const network of NETWORKS) {
  const end = performance.now() + WARM_UP_MS;
  while (performance.now() < end) {
    timeStep(
      network,
      network.kernels.map(() => []),
      0,
    );
    for (const { run, batch } of network.alone) run(batch);
  }
}
for (let i = 0; i < 30; i++) {
  limit.madd();
  limit.copy();
}
const clockMs = median(Array.from({ length: 1000 }, () => timed(() => {})));
const limits = { flops: [], bytes: [] };
for (let round = 0; round < ROUNDS; round++) {
  limits.flops.push(limit.flops / median(Array.from({ length: 5 }, () => timed(limit.madd))) / 1e6);
  limits.bytes.push(limit.bytes / median(Array.from({ length: 5 }, () => timed(limit.copy))) / 1e6);
  for (const network of NETWORKS) {
    const times = network.kernels.map(() => []);
    for (let step = 0; step < STEPS; step++) timeStep(network, times, clockMs);
    network.kernels.forEach((kernel, i) => {
      kernel.times.push(median(times[i]));
    });
    for (const { run, batch, times } of network.alone)
      times.push(median(Array.from({ length: ALONE }, () => timed(() => run(batch)) - clockMs)));
  }
}

const range = (values, digits) =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
console.log(`${cpus()[0]?.model}, Node ${process.version}, ${numerics}, ${ROUNDS} rounds: medians (range)`);
console.log(
  `limit: ${range(limits.flops, 1)} GFLOP/s of f32x4 multiply-adds, ${range(limits.bytes, 0)} GB/s copied in L1`,
);
console.log("% of the limit: of the best round's, since other processes only ever lower it\n");
console.log("| kernel | µs | GFLOP/s or GB/s | % of the limit |\n|---|---:|---:|---:|");
const best = { flops: Math.max(...limits.flops), bytes: Math.max(...limits.bytes) };
const rows = NETWORKS.flatMap(({ kernels, alone }) => [...kernels, ...alone]);
const first = rows.filter(({ what }, i) => rows.findIndex((row) => row.what === what) === i);
const shares = first.map((row) => print(row));
const musts = first.map(({ what }, i) => ({ what, share: shares[i] })).filter(({ what }) => isMust(what));
if (numerics === "fma") {
  console.log(`\nproducts that must reach ${100 * MUST} %:`);
  for (const { what, share } of musts)
    console.log(`  ${what}: ${(100 * share).toFixed(0)} %, ${share >= MUST ? "reached" : "missed"}`);
}

/** Prints one kernel; gives its median's share of the limit. */
function print({ what, flops, bytes, times }) {
  const [work, unit, top] =
    flops === undefined ? [bytes, "GB/s", best.bytes] : [flops, "GFLOP/s", best.flops];
  const us = (median(times) * 1000).toFixed(1);
  if (work === undefined) {
    console.log(`| ${what} | ${us} | – | – |`);
    return undefined;
  }
  const rates = times.map((ms) => work / ms / 1e6);
  const percent = rates.map((rate) => (100 * rate) / top);
  console.log(`| ${what} | ${us} | ${median(rates).toFixed(1)} ${unit} | ${range(percent, 0)} |`);
  return median(percent) / 100;
}
