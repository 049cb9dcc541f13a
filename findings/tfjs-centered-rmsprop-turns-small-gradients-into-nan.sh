#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: centered rmsprop turns a weight into NaN if its gradient is small or 0
#
# The centered form of tf.train.rmsprop takes the root of v - (m^2 + epsilon), where v - m^2 + epsilon is meant.
# If the variance of the gradient is below epsilon, 1e-7, the root is NaN, and so is the weight: at the first
# step for every gradient up to 0.001, and 0 as well. The form that is not centered is right.
#
# One would guess that epsilon protects from a small variance. A gradient of exactly 0 is the usual case for
# weights behind a blank pixel or of a dead relu unit; with tanh or gelu the same network may train on. So relu
# "diverges" here for a reason that has nothing to do with relu.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   weight after one step, learning rate 0.1
#   gradient  rmsprop  centered
#   1         -0.3162  -0.3333
#   0.01      -0.3147  -0.3352
#   0.001     -0.2236  NaN
#   0         0        NaN
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
  console.log("weight after one step, learning rate 0.1");
  console.log("gradient  rmsprop  centered");
  for (const gradient of [1, 0.01, 0.001, 0]) {
    const after = [];
    for (const centered of [false, true]) {
      const weight = tf.variable(tf.scalar(0));
      const optimizer = tf.train.rmsprop(0.1, 0.9, 0, 1e-7, centered);
      optimizer.applyGradients([{ name: weight.name, tensor: tf.scalar(gradient) }]);
      after.push(String(Number((await weight.data())[0].toPrecision(4))));
    }
    console.log(`${String(gradient).padEnd(9)} ${after[0].padEnd(8)} ${after[1]}`);
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
