#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: with softmax and categoricalCrossentropy, a confident mistake has gradient 0
#
# model.compile({ loss: "categoricalCrossentropy" }) takes probabilities and clips them to [1e-7, 1 - 1e-7].
# Once the wrong class leads by more than 16.1, the right one is clipped: its loss stays at 16.118 and its
# gradient is exactly 0. That example no longer teaches anything, however wrong it is. The loss on logits
# (tf.losses.softmaxCrossEntropy) has the gradient -1 that softmax and cross-entropy have together.
#
# One would guess that a model whose last layer is a softmax is trained by the fused loss, as other libraries
# do, or at least that the largest mistakes have the largest gradients. Activations without an upper bound reach
# such logits early, after a large step; bounded ones do not. So the same bad start is repaired for tanh and
# kept for relu.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   wrong class leads by, loss, first logit's weight moves by (learning rate 1; exact: about 1)
#   15    loss 15.0000  moves by 1.0000
#   16    loss 16.0000  moves by 1.0000
#   17    loss 16.1181  moves by 0.0000
#   40    loss 16.1181  moves by 0.0000
#   softmaxCrossEntropy on logits at 40: loss 40.0000, gradient -1.0000
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
  console.log("wrong class leads by, loss, first logit's weight moves by (learning rate 1; exact: about 1)");
  const x = tf.tensor2d([[1]]);
  const y = tf.tensor2d([[1, 0]]);
  for (const lead of [15, 16, 17, 40]) {
    const model = tf.sequential({ layers: [tf.layers.dense({ inputShape: [1], units: 2, activation: "softmax", useBias: false })] });
    model.setWeights([tf.tensor2d([[-lead, 0]])]);
    model.compile({ optimizer: tf.train.sgd(1), loss: "categoricalCrossentropy" });
    const { history } = await model.fit(x, y, { epochs: 1, verbose: 0 });
    const moved = (await model.getWeights()[0].data())[0] + lead;
    console.log(`${String(lead).padEnd(4)}  loss ${history.loss[0].toFixed(4)}  moves by ${moved.toFixed(4)}`);
  }
  const fused = (logits) => tf.losses.softmaxCrossEntropy(y, logits);
  const logits = tf.tensor2d([[-40, 0]]);
  const [loss] = await fused(logits).data();
  const [slope] = await tf.grad(fused)(logits).data();
  console.log(`softmaxCrossEntropy on logits at 40: loss ${loss.toFixed(4)}, gradient ${slope.toFixed(4)}`);
};
main();
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
