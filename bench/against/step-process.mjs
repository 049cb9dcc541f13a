// The network of one work tree: runs the requested updates and reports their time and the resulting weights.
import { STEP_NETWORKS } from "./step-networks.mjs";

const [root, name] = process.argv.slice(2);
const load = (path) => import(`${root}/${path}`);
const workers = await load("packages/workers/dist/index.js");
// Trees before 256-bit kernels have the second alone.
const setup = workers.prepareEngine?.() ?? { fma: workers.enableRelaxedSimd() };
const { activationSpec, findActivation } = await load("packages/core/dist/internal.js");
const { loadDataset } = await load("packages/datasets/dist/index.js");
const { activationRules } = await load("packages/core/dist/network/activation-rules.js");
const networks = await load("packages/core/dist/network/network.js");
// Older trees have it beside the network.
const { rowSource } = networks.rowSource ? networks : await load("packages/core/dist/network/row-source.js");
const { startNetwork } = await load("packages/core/dist/trial/start-network.js");
const { weightDigest, weightPositions } = await load("packages/core/dist/network/weights.js");
const { mnistSpec } = await load("bench/mnist-spec.mjs");

const { hidden, batch, activation, optimizer } = STEP_NETWORKS[name];
const mnist = await loadDataset("mnist");
const own = activationSpec(findActivation(activation));
const base = mnistSpec(mnist, { numerics: setup.fma ? "fma" : "strict" });
const spec = {
  ...base,
  model: { ...base.model, hidden, activation: hidden.map(() => own) },
  train: { ...base.train, batch_size: batch, optimizer, lr: 0.01 },
};
const rules = hidden.map(() => activationRules(own));
const network = new networks.Network({
  spec,
  data: mnist,
  inputMap: { divisor: 255, factor: 1, shift: 0 },
  rules,
});
startNetwork(
  network,
  spec,
  network.layout.layers.map(() => () => 0.1),
);
const numbers = { minus_rate: -0.01, minus_step_size: -0.001, root_correction: 1, decay: 1 };
for (const [key, value] of Object.entries(numbers)) network.setHyper(key, value);
const source = rowSource(mnist);
const order = Uint32Array.from({ length: mnist.trainRows }, (_, i) => (i * 7919) % mnist.trainRows);
let step = 0;
let at = 0;

function makeSteps(count) {
  for (let i = 0; i < count; i++) {
    network.setStep(step++);
    network.load(source, order, at, batch);
    network.step(batch);
    at = (at + batch) % (order.length - batch);
  }
}

process.on("message", ({ steps = 0, digest }) => {
  const before = process.cpuUsage();
  makeSteps(steps);
  const { user, system } = process.cpuUsage(before);
  process.send({
    seconds: (user + system) / 1e6,
    ...(digest ? { digest: weightDigest(network, weightPositions(network)) } : {}),
  });
});
process.send({ ready: true });
