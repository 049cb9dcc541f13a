#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: a dropout layer with a seed drops the same units at every step
#
# tf.layers.dropout({ rate, seed }) hands its seed to each call, and each call starts a new generator with it.
# So the mask is the same at every step of training: the units that it drops never learn, and the others are
# never dropped. Without a seed the mask changes at every call.
#
# One would guess that a seed makes the sequence of masks repeatable, as a seed does elsewhere, and that the
# masks in that sequence differ. A comparison that sets a seed to give both activations the same dropout trains
# a smaller network without dropout.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   with a seed, step 1:    2 0 0 2 0 0 0 0 0 0 0 2
#   with a seed, step 2:    2 0 0 2 0 0 0 0 0 0 0 2
#   with a seed, step 3:    2 0 0 2 0 0 0 0 0 0 0 2
#   masks in 20 steps, with a seed: 1
#   masks in 20 steps, without a seed: more than 10
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @tensorflow/tfjs@4.22.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const tf = require("@tensorflow/tfjs");
tf.enableProdMode();

const main = async () => {
  await tf.setBackend("cpu");
  const ones = tf.ones([1, 12]);
  const masks = async (layer) => {
    const seen = [];
    for (let step = 0; step < 20; step++) seen.push((await layer.apply(ones, { training: true }).data()).join(" "));
    return seen;
  };
  console.log(`@tensorflow/tfjs ${tf.version.tfjs}`);
  const seeded = await masks(tf.layers.dropout({ rate: 0.5, seed: 1 }));
  const free = await masks(tf.layers.dropout({ rate: 0.5 }));
  for (const step of [1, 2, 3]) console.log(`with a seed, step ${step}:    ${seeded[step - 1]}`);
  console.log(`masks in 20 steps, with a seed: ${new Set(seeded).size}`);
  console.log(`masks in 20 steps, without a seed: ${new Set(free).size > 10 ? "more than 10" : new Set(free).size}`);
};
main();
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
