#!/usr/bin/env bash
# neataptic 1.4.7: the derivative of SOFTSIGN is x / (1 + |x|)^2
#
# methods.activation.SOFTSIGN(x, true), the derivative that backpropagation uses, is x / (1 + |x|)^2 where 1 /
# (1 + |x|)^2 is right. It is 0 at 0, where softsign is steepest, and negative for negative x, where softsign
# rises. It equals the right value only at 1.
#
# One would guess that an activation in a library's list has its own derivative; the other smooth ones there
# have. A network with softsign cannot leave a start near 0 and climbs the loss for negative inputs, so a
# comparison made with this library ranks softsign last for a reason that is not its own.
#
# Output seen:
#   neataptic 1.4.7
#   x     slope    exact
#   -2    -0.2222  0.1111
#   -0.5  -0.2222  0.4444
#   0     0.0000   1.0000
#   0.5   0.2222   0.4444
#   1     0.2500   0.2500
#   2     0.2222   0.1111
#   TANH at -0.5: 0.7864, exact 0.7864
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts neataptic@1.4.7 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const { SOFTSIGN, TANH } = require("neataptic").methods.activation;
console.log(`neataptic ${require("./node_modules/neataptic/package.json").version}`);
console.log("x     slope    exact");
for (const x of [-2, -0.5, 0, 0.5, 1, 2]) {
  console.log(`${String(x).padEnd(5)} ${SOFTSIGN(x, true).toFixed(4).padEnd(8)} ${(1 / (1 + Math.abs(x)) ** 2).toFixed(4)}`);
}
console.log(`TANH at -0.5: ${TANH(-0.5, true).toFixed(4)}, exact ${(1 - Math.tanh(0.5) ** 2).toFixed(4)}`);
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
