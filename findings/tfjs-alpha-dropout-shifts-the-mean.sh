#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: alphaDropout moves the mean of selu units away from 0
#
# tf.layers.alphaDropout sets the units it drops to +1.758 where selu's lower limit, -1.758, is meant, before it
# scales and shifts. The variance of selu's outputs stays 1, but their mean moves from 0 to 0.3 at rate 0.1 and
# to 1.6 at rate 0.5.
#
# One would guess mean 0 and variance 1, for keeping both is the only purpose of this layer beside dropout. The
# self-normalizing network is no longer one, so selu with the dropout made for it looks worse than selu with
# none.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   rate  mean before  mean after  variance after
#   0.1   0.0          0.3         1.0
#   0.3   0.0          0.9         1.0
#   0.5   0.0          1.6         1.0
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
  console.log(`@tensorflow/tfjs ${tf.version.tfjs}`);
  console.log("rate  mean before  mean after  variance after");
  const units = tf.selu(tf.randomNormal([400_000], 0, 1, "float32", 3));
  const before = (await units.mean().data())[0];
  for (const rate of [0.1, 0.3, 0.5]) {
    const { mean, variance } = tf.moments(tf.layers.alphaDropout({ rate }).apply(units, { training: true }));
    const [after] = await mean.data();
    const [spread] = await variance.data();
    console.log(`${rate}   ${Math.abs(before).toFixed(1)}          ${after.toFixed(1)}         ${spread.toFixed(1)}`);
  }
};
main();
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
