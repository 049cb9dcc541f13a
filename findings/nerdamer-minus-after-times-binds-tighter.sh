#!/usr/bin/env bash
# nerdamer 1.1.13 and nerdamer-prime 1.5.0: -x^2 is -(x^2), but 2*-x^2 is 2*(x^2)
#
# A minus at the start binds weaker than the power, as in mathematics: -3^2 is -9. After a multiplication or a
# division it binds tighter: 2*-3^2 is 18. After an addition it is the weak one again: 3+-2^2 is -1.
#
# One would guess -18, as the same text gives with mathjs and expr-eval, or at least one rule for all places.
# The Gaussian exp(0.5*-x^2) becomes exp(x^2/2), which is right at 0, even, smooth, and overflows where it
# should vanish.
#
# Output seen:
#   nerdamer 1.1.13
#   -3^2 = -9    2*-3^2 = 18    3+-2^2 = -1
#   exp(0.5*-x^2) reads as e^((1/2)*x^2), at 2: 7.3891, exact 0.1353
#   nerdamer-prime 1.5.0
#   -3^2 = -9    2*-3^2 = 18    3+-2^2 = -1
#   exp(0.5*-x^2) reads as e^((1/2)*x^2), at 2: 7.3891, exact 0.1353
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts nerdamer@1.1.13 nerdamer-prime@1.5.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
for (const name of ["nerdamer", "nerdamer-prime"]) {
  const library = require(name);
  console.log(`${name} ${require(`./node_modules/${name}/package.json`).version}`);
  console.log(["-3^2", "2*-3^2", "3+-2^2"].map((text) => `${text} = ${library(text).evaluate().text("decimals")}`).join("    "));
  const gaussian = library("exp(0.5*-x^2)");
  const value = Number(gaussian.evaluate({ x: 2 }).text("decimals"));
  console.log(`exp(0.5*-x^2) reads as ${gaussian}, at 2: ${value.toFixed(4)}, exact ${Math.exp(-2).toFixed(4)}`);
}
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
