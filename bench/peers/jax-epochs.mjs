// jax-js as a peer, on its wasm device: `jax-epochs.mjs IMAGES LABELS NETWORK`. The whole update is one
// jitted function.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  blockUntilReady,
  defaultDevice,
  init,
  jit,
  nn,
  numpy as np,
  random,
  tree,
  valueAndGrad,
} from "@jax-js/jax";
import { extrapolated, readTask, serveEpochs, shuffledBatches } from "./serve-epochs.mjs";

await init("wasm");
defaultDevice("wasm");
const task = readTask();
const { network } = task;
const activate = { relu: nn.relu, elu: nn.elu, gelu: (x) => nn.gelu(x, { approximate: false }) }[
  network.activation
];
const widths = [784, ...network.hidden, 10];
let params = widths.slice(1).map((units, i) => ({
  weights: random.normal(random.key(i), [widths[i], units]).mul(Math.sqrt(2 / widths[i])),
  bias: np.zeros([units]),
}));

function loss(params, x, y) {
  const logits = params.reduce((a, { weights, bias }, i) => {
    const z = np.matmul(a, weights).add(bias);
    return i === params.length - 1 ? z : activate(z);
  }, x);
  return nn
    .logSoftmax(logits)
    .mul(nn.oneHot(y, 10))
    .sum()
    .mul(-1 / network.batch_size);
}

const sgd = jit((params, x, y) => {
  const [value, grads] = valueAndGrad(loss)(tree.ref(params), x, y);
  const moved = tree.map((p, g) => p.sub(g.mul(network.lr)), params, grads);
  return [value, moved];
});
const [beta1, beta2] = [0.9, 0.999];
const adam = jit((params, m, v, rate, correction, x, y) => {
  const [value, grads] = valueAndGrad(loss)(tree.ref(params), x, y);
  const first = tree.map((m, g) => m.mul(beta1).add(g.mul(1 - beta1)), m, tree.ref(grads));
  const second = tree.map((v, g) => v.mul(beta2).add(np.square(g).mul(1 - beta2)), v, grads);
  const moved = tree.map(
    (p, m, v) => p.sub(m.mul(rate.ref).div(np.sqrt(v.mul(correction.ref)).add(1e-8))),
    params,
    tree.ref(first),
    tree.ref(second),
  );
  rate.dispose();
  correction.dispose();
  return [value, moved, first, second];
});

const zeros = () => tree.map((p) => np.zerosLike(p), tree.ref(params));
let [first, second, updates] = [
  network.optimizer === "adam" ? zeros() : [],
  network.optimizer === "adam" ? zeros() : [],
  0,
];
const batches = shuffledBatches(task, network.batch_size);

async function step() {
  const batch = batches.next().value;
  const x = np.array(batch.x).reshape([network.batch_size, 784]);
  const y = np.array(batch.y, { dtype: np.int32 });
  updates++;
  let value;
  if (network.optimizer === "adam") {
    const rate = np.array(network.lr / (1 - beta1 ** updates));
    const correction = np.array(1 / (1 - beta2 ** updates));
    [value, params, first, second] = adam(params, first, second, rate, correction, x, y);
  } else [value, params] = sgd(params, x, y);
  await blockUntilReady(params);
  return value.data();
}

await step();
const manifest = fileURLToPath(new URL("../package.json", import.meta.resolve("@jax-js/jax")));
const { version } = JSON.parse(readFileSync(manifest, "utf8"));
await serveEpochs(`jax-js ${version} wasm`, () =>
  extrapolated(task.labels.length, network.batch_size, 10, step),
);
