#!/usr/bin/env bash
# @tensorflow/tfjs 4.22.0: log1p on the wasm backend is no more accurate than log(1 + x)
#
# tf.log1p on the wasm backend adds 1 in float32 before it takes the logarithm. At 1e-6 the result is 4.6 % off,
# below 6e-8 it is 0. On the cpu backend all digits are there, and on wasm expm1 is right too: only one of the
# pair is naive.
#
# One would guess that log1p is right near 0, for it exists only for that. A softplus or mish written stably as
# log1p(exp(x)) loses its left tail on one backend, from -17 on: units that are alive on cpu are exactly 0 here.
#
# Output seen:
#   @tensorflow/tfjs 4.22.0
#   x      cpu        wasm
#   1e-3   9.9950e-4  9.9955e-4
#   1e-6   1.0000e-6  9.5367e-7
#   1e-8   1.0000e-8  0.0000e+0
#   expm1 on wasm at 1e-6: 1.0000e-6
#   log1p(exp(-20)) on cpu, wasm: 2.0612e-9 0.0000e+0
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

const main = async () => {
  console.log(`@tensorflow/tfjs ${tf.version.tfjs}`);
  const points = { "1e-3": 1e-3, "1e-6": 1e-6, "1e-8": 1e-8 };
  const seen = {};
  for (const backend of ["cpu", "wasm"]) {
    if (!(await tf.setBackend(backend))) throw new Error(`${backend} did not start`);
    const write = async (y) => (await y.data())[0].toExponential(4);
    for (const [name, x] of Object.entries(points)) (seen[name] ??= []).push(await write(tf.log1p(tf.tensor1d([x]))));
    (seen.expm1 ??= []).push(await write(tf.expm1(tf.tensor1d([1e-6]))));
    (seen.softplus ??= []).push(await write(tf.log1p(tf.exp(tf.tensor1d([-20])))));
  }
  console.log("x      cpu        wasm");
  for (const name of Object.keys(points)) console.log(`${name.padEnd(5)}  ${seen[name].join("  ")}`);
  console.log(`expm1 on wasm at 1e-6: ${seen.expm1[1]}`);
  console.log(`log1p(exp(-20)) on cpu, wasm: ${seen.softplus.join(" ")}`);
};
main();
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
