#!/usr/bin/env bash
# convnetjs 0.3.0: the initial bias depends on the activation
#
# A fully connected layer starts with bias 0.1 if its activation is relu, and with bias 0 if it is tanh, sigmoid
# or maxout. The layer's definition says nothing about biases.
#
# One would guess that exchanging the activation changes the activation, and that biases start at 0 unless
# bias_pref is set. In a comparison relu has a head start of its own: with 0.1 added to every unit fewer of them
# are dead at the start, and the difference is credited to or held against the function.
#
# Output seen:
#   convnetjs 0.3.0
#   bias at the start, relu: 0.1
#   bias at the start, tanh: 0
#   bias at the start, sigmoid: 0
#   bias at the start, maxout: 0
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts convnetjs@0.3.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const { Net } = require("convnetjs");
console.log(`convnetjs ${require("./node_modules/convnetjs/package.json").version}`);
for (const activation of ["relu", "tanh", "sigmoid", "maxout"]) {
  const net = new Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: 4 },
    { type: "fc", num_neurons: 4, activation },
    { type: "softmax", num_classes: 2 },
  ]);
  const layer = net.layers.find((candidate) => candidate.layer_type === "fc");
  console.log(`bias at the start, ${activation}: ${[...new Set(layer.biases.w)].join(" ")}`);
}
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
