// actbench as one of the peers: `actbench-epochs.mjs NETWORK NUMERICS`, on the Node that runs it.
import { activationSpec, findActivation, runTrial } from "../../packages/core/dist/internal.js";
import { loadDataset } from "../../packages/datasets/dist/index.js";
import { enableRelaxedSimd } from "../../packages/workers/dist/index.js";
import { mnistSpec } from "../mnist-spec.mjs";
import { cpuSeconds } from "./cpu-seconds.mjs";
import { serveEpochs } from "./serve-epochs.mjs";

const [network, numerics] = [JSON.parse(process.argv[2]), process.argv[3]];
if (!enableRelaxedSimd() && numerics === "fma")
  throw new Error("Error: this machine or this Node has no fused multiply-add");
const mnist = await loadDataset("mnist");
const clock = { now: cpuSeconds };
const base = mnistSpec(mnist, { numerics, epochs: 2, train: 60_000 });
const activation = activationSpec(findActivation(network.activation));
const { hidden, batch_size, optimizer, lr } = network;
let seed = 0;

/** Seconds of the second epoch of a fresh trial: its first warms the trial's own generated code. */
function epoch() {
  const record = runTrial(
    {
      ...base,
      seed: seed++,
      model: { ...base.model, hidden, activation: hidden.map(() => activation) },
      train: { ...base.train, batch_size, optimizer, lr },
      measure: { ...base.measure, dead_units: false },
    },
    mnist,
    clock,
  );
  if (record.status !== "completed") throw new Error(`${network.name}: ${record.status}`);
  return record.curve[2].train_s;
}

await serveEpochs(`actbench ${numerics}, Node ${process.versions.node}`, epoch);
