#!/usr/bin/env bash
# ml-fnn 5.0.0: all weights start between 0 and 1 / sqrt(inputs), none below 0
#
# The initial weights are Math.random() / sqrt(inputs): all positive, with mean 0.5 / sqrt(inputs). With inputs
# between 0 and 1, such as pixels, every unit of a layer starts as nearly the same weighted mean of all inputs,
# far on the positive side, and deeper layers see only its size.
#
# One would guess weights of both signs around 0, as any initialization has. With this start relu is the
# identity and has no dead units, sigmoid and tanh begin in their saturated part, and differences between
# activations are differences in how they get out of it.
#
# Output seen:
#   ml-fnn 5.0.0
#   weights of a layer of 784 inputs, times sqrt(784): smallest above 0, largest below 1, mean 0.50
#   a unit's input for 784 pixels of mean 0.13: about 1.8 in every unit, none below 1
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
const network = new Network({ hiddenLayers: [50], iterations: 1, learningRate: 1e-9, activation: "relu" });
network.train([new Array(784).fill(0.13), new Array(784).fill(0.13)], [0, 1]);
const weights = network.toJSON().layers[0].W.to2DArray();
const scaled = weights.flat().map((w) => w * Math.sqrt(784));
const least = scaled.reduce((a, b) => Math.min(a, b));
const most = scaled.reduce((a, b) => Math.max(a, b));
const mean = scaled.reduce((a, b) => a + b) / scaled.length;
const side = (ok, text) => (ok ? text : `not ${text}`);
console.log(`weights of a layer of 784 inputs, times sqrt(784): smallest ${side(least >= 0, "above 0")}, largest ${side(most < 1, "below 1")}, mean ${mean.toFixed(2)}`);
const inputs = weights[0].map((_, unit) => weights.reduce((sum, row) => sum + 0.13 * row[unit], 0));
const middle = inputs.reduce((a, b) => a + b) / inputs.length;
console.log(`a unit's input for 784 pixels of mean 0.13: about ${middle.toFixed(1)} in every unit, ${inputs.some((z) => z < 1) ? "some" : "none"} below 1`);
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
