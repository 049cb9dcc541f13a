#!/usr/bin/env bash
# convnetjs 0.3.0: dropout multiplies by the fraction that it drops, not by the fraction that it keeps
#
# At test time a dropout layer with drop_prob p multiplies by p, where 1 - p is needed: in training a unit is
# kept with probability 1 - p and is not scaled. At p = 0.5 the two are the same. At 0.2 test values are a
# quarter of the mean of training, at 0.8 they are four times it.
#
# One would guess the mean of training, for any p. The error scales the inputs of the next layer at test time
# only, and activations differ in what that does: relu passes it on, tanh and sigmoid leave the part of their
# curve where they were trained.
#
# Output seen:
#   convnetjs 0.3.0
#   drop_prob  mean in training  value at test time
#   0.2        0.8               0.2
#   0.5        0.5               0.5
#   0.8        0.2               0.8
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts convnetjs@0.3.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const { Net, Vol } = require("convnetjs");
console.log(`convnetjs ${require("./node_modules/convnetjs/package.json").version}`);
console.log("drop_prob  mean in training  value at test time");
for (const probability of [0.2, 0.5, 0.8]) {
  const net = new Net();
  net.makeLayers([
    { type: "input", out_sx: 1, out_sy: 1, out_depth: 1000 },
    { type: "dropout", drop_prob: probability },
    { type: "regression", num_neurons: 1 },
  ]);
  const dropout = net.layers[1];
  const ones = new Vol(1, 1, 1000, 1);
  let sum = 0;
  for (let run = 0; run < 50; run++) sum += dropout.forward(ones, true).w.reduce((a, b) => a + b);
  const test = dropout.forward(ones, false).w[0];
  console.log(`${String(probability).padEnd(10)} ${(sum / 50_000).toFixed(1).padEnd(17)} ${test.toFixed(1)}`);
}
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
