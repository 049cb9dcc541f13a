#!/usr/bin/env bash
# simple-statistics 7.12.1: no normal probability is below 0.001
#
# cumulativeStdNormalProbability looks z up in a table of four digits that ends at 3.09, as printed in books.
# P(Z < -5) is 0.001 and not 2.9e-7, P(Z < -3.2) is 0.001 as well. Between the table's rows it rounds z to two
# digits.
#
# One would guess machine precision, for the same library has erf and probit. A two-sided p is never below
# 0.002: with a Bonferroni or Holm correction, nothing can be significant from 26 comparisons on, however large
# the difference is.
#
# Output seen:
#   simple-statistics 7.12.1
#   z      P(Z < z)  exact
#   -1.96  0.0250    2.500e-2
#   -3.2   0.0010    6.871e-4
#   -5     0.0010    2.867e-7
#   -8     0.0010    6.221e-16
#   smallest two-sided p: 0.002, Bonferroni-corrected for 26 comparisons: 0.052
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts simple-statistics@7.12.1 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const { cumulativeStdNormalProbability } = require("simple-statistics");
console.log(`simple-statistics ${require("./node_modules/simple-statistics/package.json").version}`);
console.log("z      P(Z < z)  exact");
for (const [z, exact] of [[-1.96, 2.4998e-2], [-3.2, 6.8714e-4], [-5, 2.86652e-7], [-8, 6.221e-16]]) {
  console.log(`${String(z).padEnd(6)} ${cumulativeStdNormalProbability(z).toFixed(4)}    ${exact.toExponential(3)}`);
}
const smallest = 2 * cumulativeStdNormalProbability(-30);
console.log(`smallest two-sided p: ${smallest.toFixed(3)}, Bonferroni-corrected for 26 comparisons: ${(26 * smallest).toFixed(3)}`);
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
