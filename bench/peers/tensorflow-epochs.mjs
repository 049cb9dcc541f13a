// TensorFlow.js as a peer: `tensorflow-epochs.mjs IMAGES LABELS NETWORK BACKEND`, backend `wasm` or `cpu`.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import * as tf from "@tensorflow/tfjs";
import { extrapolated, readTask, serveEpochs, shuffledBatches } from "./serve-epochs.mjs";

const backend = process.argv[5];
if (backend === "wasm") {
  const { setThreadsCount, setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  setThreadsCount(1);
  setWasmPaths(`${dirname(fileURLToPath(import.meta.resolve("@tensorflow/tfjs-backend-wasm")))}/`);
}
await tf.setBackend(backend);

const task = readTask();
const { network } = task;
const widths = [784, ...network.hidden, 10];
const layers = widths.slice(1).map((units, i) => ({
  weights: tf.variable(tf.randomNormal([widths[i], units], 0, Math.sqrt(2 / widths[i]))),
  bias: tf.variable(tf.zeros([units])),
}));
const activations = {
  relu: (x) => tf.relu(x),
  elu: (x) => tf.elu(x),
  gelu: (x) => tf.mul(tf.mul(x, 0.5), tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2)))),
};
const activate = activations[network.activation];
const optimizer = network.optimizer === "adam" ? tf.train.adam(network.lr) : tf.train.sgd(network.lr);
const batches = shuffledBatches(task, network.batch_size);

function step() {
  const { x, y } = batches.next().value;
  tf.tidy(() => {
    const inputs = tf.tensor2d(x, [network.batch_size, 784]);
    const targets = tf.oneHot(tf.tensor1d(y, "int32"), 10);
    optimizer.minimize(() => {
      const logits = layers.reduce((a, { weights, bias }, i) => {
        const z = tf.add(tf.matMul(a, weights), bias);
        return i === layers.length - 1 ? z : activate(z);
      }, inputs);
      return tf.losses.softmaxCrossEntropy(targets, logits);
    });
  });
}

step();
const steps = backend === "cpu" ? 4 : 20;
await serveEpochs(`TensorFlow.js ${tf.version_core} ${backend}`, () =>
  extrapolated(task.labels.length, network.batch_size, steps, step),
);
