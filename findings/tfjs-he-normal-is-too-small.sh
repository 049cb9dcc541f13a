#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: heNormal and glorotNormal start 12 % too small
#
# The initializers heNormal, glorotNormal and leCunNormal draw from a normal distribution that is cut at two
# standard deviations. The cut reduces the standard deviation by 12 %, and nothing corrects for it: the weights
# have 0.88 of the deviation that the formula asks for, so each layer keeps 0.77 of the variance that He
# initialization is meant to keep. Twenty layers keep 0.6 % of it. The uniform forms are right.
#
# One would guess sqrt(2 / fan-in) for heNormal, since keeping the variance is what the initializer is for. In a
# comparison of activations by depth, the loss looks like a weakness of the activation.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   deviation asked for, deviation drawn, ratio (fan-in 400)
#   heNormal      0.0707  0.0623  0.88
#   glorotNormal  0.0500  0.0440  0.88
#   leCunNormal   0.0500  0.0440  0.88
#   heUniform     0.0707  0.0708  1.00
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
  console.log("deviation asked for, deviation drawn, ratio (fan-in 400)");
  const asked = { heNormal: Math.sqrt(2 / 400), glorotNormal: 0.05, leCunNormal: 0.05, heUniform: Math.sqrt(2 / 400) };
  for (const [name, want] of Object.entries(asked)) {
    const weights = await tf.initializers[name]({ seed: 3 }).apply([400, 400]).data();
    const got = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0) / weights.length);
    console.log(`${name.padEnd(12)}  ${want.toFixed(4)}  ${got.toFixed(4)}  ${(got / want).toFixed(2)}`);
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
