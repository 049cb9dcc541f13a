#!/usr/bin/env bash
# onnxruntime-node 1.30.0: Sigmoid returns exactly 0 below -18, so silu and swish are wrongly 0 there
#
# The f32 kernel of Sigmoid is a rational approximation with an absolute error near 1e-8. At -17 it is a factor of 2 off,
# from -18 on it is exactly 0, where the value is 1.5e-8 and f32 goes on to 1e-38. A silu that was exported as x *
# Sigmoid(x), which is how exporters write it, is exactly 0 there too. 1 / (1 + Exp(-x)), which is the same function,
# keeps all its digits in the same runtime.
#
# One would guess a few units in the last place, as for Exp and Tanh. Whoever counts zero outputs or dead units of an
# exported network finds silu units "dead" that are not; the logarithm of a probability is -Infinity instead of -18.
#
# Output seen:
#   onnxruntime-node 1.30.0
#   x    Sigmoid    1 / (1 + Exp(-x))
#   -5   6.693e-3   6.693e-3
#   -10  4.539e-5   4.540e-5
#   -17  8.941e-8   4.140e-8
#   -18  0.000e+0   1.523e-8
#   -40  0.000e+0   4.248e-18
#   -80  0.000e+0   1.805e-35
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts onnxruntime-node@1.30.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const ort = require("onnxruntime-node");
const { version } = require("onnxruntime-node/package.json");

/** Models of opset 17, from x to y: the bytes of two .onnx files. */
const SIGMOID = "CAgSCGFfcGVyc29uGgAyADpJChIKAXgSAXkaAXkiB1NpZ21vaWQSAWdaFwoBeBISChAIARIMCgYSBHJvd3MKAggBYhcKAXkSEgoQCAESDAoGEgRyb3dzCgIIAUIECgAQEQ==";
const WRITTEN_OUT = "CAgSCGFfcGVyc29uGgAyADruAQoWCgF4EgVuZWdfMRoFbmVnXzEiA05lZwoaCgVuZWdfMRIFZXhwXzIaBWV4cF8yIgNFeHAKJgoKY29uc3RhbnQgMQoFZXhwXzISBWFkZF8zGgVhZGRfMyIDQWRkCiYKCmNvbnN0YW50IDEKBWFkZF8zEgVkaXZfNBoFZGl2XzQiA0RpdgoXCgVkaXZfNBIBeRoBeSIISWRlbnRpdHkSB3NpZ21vaWQqFBABQgpjb25zdGFudCAxSgQAAIA/WhcKAXgSEgoQCAESDAoGEgRyb3dzCgIIAWIXCgF5EhIKEAgBEgwKBhIEcm93cwoCCAFCBAoAEBE=";
const run = async (model, x) => {
  const session = await ort.InferenceSession.create(Buffer.from(model, "base64"));
  const { y } = await session.run({ x: new ort.Tensor("float32", Float32Array.from(x), [x.length, 1]) });
  return [...y.data];
};
const main = async () => {
  console.log(`onnxruntime-node ${version}`);
  const x = [-5, -10, -17, -18, -40, -80];
  const [operator, written] = [await run(SIGMOID, x), await run(WRITTEN_OUT, x)];
  console.log("x    Sigmoid    1 / (1 + Exp(-x))");
  x.forEach((at, i) => {
    console.log(`${String(at).padEnd(4)} ${operator[i].toExponential(3).padEnd(10)} ${written[i].toExponential(3)}`);
  });
};
main();
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
