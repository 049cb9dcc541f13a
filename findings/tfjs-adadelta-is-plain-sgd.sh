#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: adadelta takes exactly the steps of plain gradient descent
#
# tf.train.adadelta divides by the average of the squared gradients before the present one, and multiplies by
# the average of the squared updates before the present one. Both start at 0, so the first update is the
# gradient itself, the two averages are equal from then on, and their ratio is 1 at every step: the weight moves
# by learning rate times gradient, whatever came before.
#
# One would guess Adadelta as published and as in PyTorch: the present gradient enters its average first, and
# the step hardly depends on the gradient's scale. A study that compares activations under an adaptive optimizer
# compares them under gradient descent without momentum, and by default with a learning rate of 0.001.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   gradients: 1 0.01 -3 1000 5
#   adadelta:  0.1 0.001 -0.3 100 0.5
#   sgd:       0.1 0.001 -0.3 100 0.5
#   adagrad:   0.09535 0.0009534 -0.0944 0.1 0.0005
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
  const steps = async (optimizer, gradients) => {
    const weight = tf.variable(tf.scalar(0));
    const moves = [];
    for (const gradient of gradients) {
      const [before] = await weight.data();
      optimizer.applyGradients([{ name: weight.name, tensor: tf.scalar(gradient) }]);
      moves.push(String(Number((before - (await weight.data())[0]).toPrecision(4))));
    }
    return moves.join(" ");
  };
  const gradients = [1, 0.01, -3, 1000, 5];
  console.log(`gradients: ${gradients.join(" ")}`);
  for (const name of ["adadelta", "sgd", "adagrad"]) {
    console.log(`${`${name}:`.padEnd(10)} ${await steps(tf.train[name](0.1), gradients)}`);
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
