#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: on the wasm backend relu keeps NaN, relu6 turns it into 0
#
# On the wasm backend, relu6, clipByValue, hardSigmoid and maximum(0, x) turn NaN into a bound, while relu, elu,
# tanh, sigmoid and maximum(x, 0) keep it. On the cpu backend all of them keep it.
#
# One would guess that the two backends agree on NaN, or that one backend treats relu and relu6 alike. A network
# that diverges is seen as diverged with relu, and goes on with finite numbers with relu6 or a hard sigmoid: in
# a comparison the second looks more stable.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   value at NaN  cpu  wasm
#   relu          NaN  NaN
#   elu           NaN  NaN
#   tanh          NaN  NaN
#   relu6         NaN  0
#   hardSigmoid   NaN  0
#   clip to -1..6 NaN  -1
#   maximum(x, 0) NaN  NaN
#   maximum(0, x) NaN  0
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const tf = require("@tensorflow/tfjs");
tf.enableProdMode();
require("@tensorflow/tfjs-backend-wasm");

const hardSigmoid = tf.layers.activation({ activation: "hardSigmoid" });
const activations = {
  relu: tf.relu,
  elu: tf.elu,
  tanh: tf.tanh,
  relu6: tf.relu6,
  hardSigmoid: (x) => hardSigmoid.apply(x),
  "clip to -1..6": (x) => tf.clipByValue(x, -1, 6),
  "maximum(x, 0)": (x) => tf.maximum(x, tf.scalar(0)),
  "maximum(0, x)": (x) => tf.maximum(tf.scalar(0), x),
};
const main = async () => {
  console.log(`@tensorflow/tfjs ${tf.version.tfjs}`);
  const seen = {};
  for (const backend of ["cpu", "wasm"]) {
    if (!(await tf.setBackend(backend))) throw new Error(`${backend} did not start`);
    for (const [name, f] of Object.entries(activations)) {
      (seen[name] ??= []).push((await f(tf.tensor1d([NaN, NaN, NaN, NaN])).data())[0]);
    }
  }
  console.log("value at NaN  cpu  wasm");
  for (const [name, [cpu, wasm]] of Object.entries(seen)) console.log(`${name.padEnd(13)} ${cpu}  ${wasm}`);
};
main();
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
