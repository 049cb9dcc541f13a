// Where a trial's time goes: the share of CPU samples inside generated WebAssembly, and the largest
// functions. A whole trial of the quickstart's network: start-up, training, evaluations, digests. Must: at
// least 80 %.
import { Session } from "node:inspector/promises";
import { runTrial } from "../packages/core/dist/internal.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { mnistSpec } from "./mnist-spec.mjs";

const numerics = enableRelaxedSimd() ? "fma" : "strict";
const mnist = await loadDataset("mnist");
const clock = { now: () => performance.now() / 1000 };
const base = mnistSpec(mnist, { numerics, epochs: 3, train: 55_000 });
const spec = { ...base, dataset: { ...base.dataset, validation: 5000, test: 10_000 } };
runTrial({ ...spec, seed: 1 }, mnist, clock);

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.setSamplingInterval", { interval: 200 });
await session.post("Profiler.start");
const record = runTrial(spec, mnist, clock);
const { profile } = await session.post("Profiler.stop");

const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
const self = new Map();
let inside = 0;
for (const id of profile.samples) {
  const { functionName, url } = frames.get(id);
  const wasm = url.startsWith("wasm:");
  if (wasm) inside++;
  const name = `${wasm ? "wasm " : "js   "} ${functionName.slice(0, 50) || "(anonymous)"}`;
  self.set(name, (self.get(name) ?? 0) + 1);
}
const percent = (count) => `${((100 * count) / profile.samples.length).toFixed(1).padStart(5)} %`;
for (const [name, count] of [...self].sort(([, a], [, b]) => b - a).slice(0, 15))
  console.log(`${percent(count)}  ${name}`);
const { startup_s, train_s, evaluate_s } = record.timing;
console.log(
  `start-up ${(1000 * startup_s).toFixed(1)} ms, training ${train_s.toFixed(2)} s, evaluation ${evaluate_s.toFixed(2)} s`,
);
console.log(
  `${percent(inside)} of a trial's samples inside WebAssembly, Node ${process.version}, ${numerics}`,
);
