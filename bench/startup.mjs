// The start of a trial of the quickstart's network, warm: what runTrial does before the first update. Median
// and quantiles over trials whose network was never built before (another activation each), whose seed is
// new, and whose seed another activation has drawn already. Aim: under 10 ms.
import { activationSpec, catalog, runTrial } from "../packages/core/dist/internal.js";
import { loadDataset } from "../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../packages/workers/dist/index.js";
import { mnistSpec } from "./mnist-spec.mjs";

const numerics = enableRelaxedSimd() ? "fma" : "strict";
const mnist = await loadDataset("mnist");
const clock = { now: () => performance.now() / 1000 };
const activations = catalog.filter(({ inputs }) => inputs === 1).map((entry) => activationSpec(entry));

function milliseconds(activation, seed) {
  const base = mnistSpec(mnist, { numerics, seed, epochs: 0, train: 64 });
  const spec = { ...base, model: { ...base.model, activation: [activation, activation] } };
  return runTrial(spec, mnist, clock).timing.startup_s * 1000;
}

const [first, ...others] = activations;
milliseconds(first, 0);
const newNetwork = others.map((activation, index) => milliseconds(activation, index + 1));
const newSeed = Array.from({ length: 100 }, (_, index) => milliseconds(first, 1000 + index));
const drawnSeed = others.map((activation) => milliseconds(activation, 1099));

console.log(`start-up of a trial in ms, Node ${process.versions.node}, ${numerics}`);
for (const [what, sample] of Object.entries({
  "a network built for the first time": newNetwork,
  "a known network, a new seed": newSeed,
  "a known network, a known seed": drawnSeed,
})) {
  const sorted = sample.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1).padStart(5);
  console.log(
    `${what.padEnd(36)}n ${`${sorted.length}`.padStart(3)}   median ${at(0.5)}   p10 ${at(0.1)}   p90 ${at(0.9)}`,
  );
}
