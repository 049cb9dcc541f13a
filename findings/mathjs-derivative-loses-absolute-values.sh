#!/usr/bin/env bash
# mathjs 15.2.0: the derivative of (x^2)^0.5 is 1, also at -2
#
# derivative() simplifies its answer by default, and simplify turns (x^2)^0.5 into x, without the absolute
# value. So the slope of (x^2)^0.5, which is |x|, is 1 on both sides, and that of (x^2)^1.5, which is |x|^3, is
# 3 x^2. Neither has the right sign below 0. derivative(..., { simplify: false }) is right, and so is sqrt(x^2).
#
# One would guess that the derivative and the function agree on the real line, and that sqrt(x^2) and (x^2)^0.5
# are one function. Even activations and norms written with powers get the wrong sign on half of the line, while
# all tests at positive x pass.
#
# Output seen:
#   mathjs 15.2.0
#   formula    derivative      at -2  without simplify  exact
#   (x^2)^0.5  1               1      -1                -1
#   (x^2)^1.5  3 * x ^ 2       12     -12               -12
#   sqrt(x^2)  x / sqrt(x ^ 2) -1     -1                -1
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts mathjs@15.2.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const math = require("mathjs");
console.log(`mathjs ${math.version}`);
console.log("formula    derivative      at -2  without simplify  exact");
for (const [formula, exact] of [["(x^2)^0.5", -1], ["(x^2)^1.5", -12], ["sqrt(x^2)", -1]]) {
  const derivative = math.derivative(formula, "x");
  const raw = math.derivative(formula, "x", { simplify: false }).evaluate({ x: -2 });
  const at = String(derivative.evaluate({ x: -2 })).padEnd(6);
  console.log(`${formula.padEnd(10)} ${derivative.toString().padEnd(15)} ${at} ${String(raw).padEnd(17)} ${exact}`);
}
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
