#!/usr/bin/env bash
# brain.js 1.6.1: leaky-relu is 0 below 0 and 0.01 x above
#
# The activation "leaky-relu" of brain.NeuralNetwork computes 0.01 x for positive inputs and 0 for negative
# ones: a relu that shrinks what it lets through by a factor of 100, and does not leak. Its backward pass uses
# slope 1 above 0 and 0.01 below, as leaky relu should have, so the gradient belongs to another function. The
# beta versions of 2.0.0 are right, but npm installs 1.6.1, the latest release.
#
# One would guess x above 0 and 0.01 x below. With two such layers the signal is 10,000 times smaller, and the
# network answers little more than its biases: a comparison finds leaky relu far worse than relu.
#
# Output seen:
#   brain.js 1.6.1
#   hidden unit with weight 1 and bias 0; its output at -2, -1, 1, 2
#   relu:       0 0 1 2
#   leaky-relu: 0 0 0.01 0.02
#   slope used in training at z = 1: 1.00, exact for the function computed: 0.01
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts brain.js@1.6.1 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const brain = require("brain.js");
const { version } = require("./node_modules/brain.js/package.json");
console.log(`brain.js ${version}`);
console.log("hidden unit with weight 1 and bias 0; its output at -2, -1, 1, 2");

const options = { iterations: 1, errorThresh: 1e-12, momentum: 1e-9 };
const unit = (activation) => {
  const network = new brain.NeuralNetwork({ hiddenLayers: [1], activation });
  network.train([{ input: [1], output: [0.2] }], { ...options, learningRate: 1e-12 });
  network.weights[1][0][0] = 1;
  network.biases[1][0] = 0;
  network.weights[2][0][0] = 1;
  network.biases[2][0] = 0;
  return network;
};
for (const activation of ["relu", "leaky-relu"]) {
  const network = unit(activation);
  const hidden = [-2, -1, 1, 2].map((x) => {
    network.run([x]);
    return Number(network.outputs[1][0].toFixed(4));
  });
  console.log(`${`${activation}:`.padEnd(11)} ${hidden.join(" ")}`);
}
const network = unit("leaky-relu");
network.train([{ input: [1], output: [0.2] }], { ...options, learningRate: 1e-3 });
const slope = network.deltas[1][0] / network.deltas[2][0];
console.log(`slope used in training at z = 1: ${slope.toFixed(2)}, exact for the function computed: 0.01`);
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
