#!/usr/bin/env bash
# ml-fnn 5.0.0: most activations are differentiated at their output instead of their input
#
# Backpropagation in ml-fnn evaluates the derivative at a = f(z), the layer's output. The formula for tanh, 1 -
# a^2, is written for that. All others are written for z, so logistic, arctan, softsign, softplus, sinusoid,
# sinc, gaussian and bent get the slope at the wrong place; only those with a constant slope on each side of 0
# come out right as well. The slopes below are measured from the weight's change in one step of training,
# against the change that the loss asks for.
#
# One would guess that all activations of a list follow one convention. A saturated logistic unit has a slope of
# 0.2 and not 0.05, sinusoid has the wrong sign at 3, and a comparison made with this library favors tanh and
# relu because their gradients are the right ones.
#
# Output seen:
#   ml-fnn 5.0.0
#   slope used at z = 3, exact
#   tanh       0.0099   0.0099
#   relu       1.0000   1.0000
#   logistic   0.2009   0.0452
#   softsign   0.3265   0.0625
#   arctan     0.3906   0.1000
#   sinusoid   0.9901  -0.9900
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts ml-fnn@5.0.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const { readFileSync } = require("node:fs");
const FNN = require("ml-fnn");
const Network = FNN.default ?? FNN.FeedForwardNeuralNetworks ?? FNN;
console.log(`ml-fnn ${JSON.parse(readFileSync("node_modules/ml-fnn/package.json", "utf8")).version}`);
console.log("slope used at z = 3, exact");

const sigmoid = (z) => 1 / (1 + Math.exp(-z));
const activations = {
  tanh: [Math.tanh, (z) => 1 - Math.tanh(z) ** 2],
  relu: [(z) => Math.max(z, 0), (z) => (z > 0 ? 1 : 0)],
  logistic: [sigmoid, (z) => sigmoid(z) * (1 - sigmoid(z))],
  softsign: [(z) => z / (1 + Math.abs(z)), (z) => 1 / (1 + Math.abs(z)) ** 2],
  arctan: [Math.atan, (z) => 1 / (1 + z * z)],
  sinusoid: [Math.sin, Math.cos],
};
const weight = 3;
const output = [0.4, -0.3];
const learningRate = 1e-3;

for (const [name, [f, slope]] of Object.entries(activations)) {
  const layer = (W, sizes) => ({ model: "Layer", ...sizes, regularization: 0, epsilon: learningRate, activation: name, W, b: [W[0].map(() => 0)] });
  const network = Network.load({
    model: "FNN",
    hiddenLayers: [1],
    iterations: 1,
    learningRate,
    regularization: 0,
    activation: name,
    dicts: { inputs: { 0: 0, 1: 1 }, outputs: { 0: 0, 1: 1 } },
    layers: [layer([[weight]], { inputSize: 1, outputSize: 1 }), layer([output], { inputSize: 1, outputSize: 2 })],
  });
  // Three equal rows, two of class 0 and one of class 1: the gradient is that of softmax and cross-entropy.
  network.train([[1], [1], [1]], [0, 0, 1]);
  const moved = (weight - network.toJSON().layers[0].W.get(0, 0)) / learningRate;
  const p = sigmoid((output[0] - output[1]) * f(weight));
  const upstream = 3 * (p * output[0] + (1 - p) * output[1]) - (2 * output[0] + output[1]);
  console.log(`${name.padEnd(9)} ${(moved / upstream).toFixed(4).padStart(7)}  ${slope(weight).toFixed(4).padStart(7)}`);
}
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
