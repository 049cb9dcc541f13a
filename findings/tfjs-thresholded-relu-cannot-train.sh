#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: a model with a thresholdedReLU layer predicts, but cannot be trained
#
# tf.layers.thresholdedReLU is built from a comparison, and comparisons have no gradient function here, so any
# fit with this layer ends with "gradient function not found for Greater". The same holds for activations
# written as tf.where(tf.greater(x, 0), ...), the usual way to write a piecewise function. predict works, and so
# does compile.
#
# One would guess that every layer in the list of advanced activations can be trained, and that a condition is
# taken as a constant, as elsewhere. The error comes at the first step of the first trial that uses it, so a
# long comparison fails late.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   reLU: predict works, fit works
#   leakyReLU: predict works, fit works
#   thresholdedReLU: predict works, fit: gradient function not found for Greater
#   slope of tf.where(tf.greater(x, 0), x, 0.1 * x): gradient function not found for Greater
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
  const reason = (error) => /gradient function not found for \w+/.exec(error.message)?.[0] ?? error.message;
  for (const name of ["reLU", "leakyReLU", "thresholdedReLU"]) {
    const dense = (units, inputShape) => tf.layers.dense({ units, inputShape });
    const model = tf.sequential({ layers: [dense(4, [2]), tf.layers[name](), dense(1)] });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    model.predict(tf.ones([2, 2]));
    const fit = await model.fit(tf.ones([2, 2]), tf.ones([2, 1]), { verbose: 0 }).then(() => "fit works", (e) => `fit: ${reason(e)}`);
    console.log(`${name}: predict works, ${fit}`);
  }
  const leaky = (x) => tf.where(tf.greater(x, 0), x, tf.mul(x, 0.1));
  try {
    console.log(`slope: ${await tf.grad(leaky)(tf.tensor1d([-1, 1])).data()}`);
  } catch (error) {
    console.log(`slope of tf.where(tf.greater(x, 0), x, 0.1 * x): ${reason(error)}`);
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
