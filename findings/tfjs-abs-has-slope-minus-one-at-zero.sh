#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: the derivative of abs at 0 is -1, so L1 terms change values that are already correct
#
# tf.abs has derivative -1 at 0, not 0. So L1 terms are not at rest where they are smallest: a weight of exactly
# 0 under an L1 regularizer is pushed up by the full step, and the mean absolute error moves a model that makes
# no error at all.
#
# One would guess 0, the middle of the interval from -1 to 1, which PyTorch and sign(x) give, and which makes
# the minimum a resting point. Zeros are common: biases start there, relu outputs are there, and so do pruned
# weights.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   slope of abs at -1, 0, 1: -1 -1 1
#   sign at -1, 0, 1: -1 0 1
#   L1 regularizer alone, weight 0 after one step: 0.1
#   mean absolute error, perfect model, weight 0 after one step: 1
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
  const points = tf.tensor1d([-1, 0, 1]);
  console.log(`slope of abs at -1, 0, 1: ${(await tf.grad(tf.abs)(points).data()).join(" ")}`);
  console.log(`sign at -1, 0, 1: ${(await tf.sign(points).data()).join(" ")}`);
  const step = async (loss, x, kernelRegularizer) => {
    const layer = tf.layers.dense({ inputShape: [1], units: 1, useBias: false, kernelInitializer: "zeros", kernelRegularizer });
    const model = tf.sequential({ layers: [layer] });
    model.compile({ optimizer: tf.train.sgd(1), loss });
    await model.fit(x, tf.zeros([4, 1]), { epochs: 1, verbose: 0 });
    return Number((await model.getWeights()[0].data())[0].toFixed(4));
  };
  const l1 = tf.regularizers.l1({ l1: 0.1 });
  console.log(`L1 regularizer alone, weight 0 after one step: ${await step("meanSquaredError", tf.zeros([4, 1]), l1)}`);
  console.log(`mean absolute error, perfect model, weight 0 after one step: ${await step("meanAbsoluteError", tf.ones([4, 1]))}`);
};
main();
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
