#!/usr/bin/env bash
# math-expression-evaluator 2.0.7: "1e-3" is -0.28, because e is a constant
#
# A number in scientific notation is read as a product: 1e-3 is 1 * e - 3 = -0.2817, 2e-3 is 2.4366, and 1e3 is
# 8.1548. There is no error. 0.001 is read rightly.
#
# One would guess 0.001: every number that JavaScript itself prints below 1e-6 has this form, and so have
# learning rates in sweep files. A constant that a program writes into a formula, such as 1e-7 for a small
# epsilon, comes back as -4.28.
#
# Output seen:
#   math-expression-evaluator 2.0.7
#   1e-3 = -0.281718
#   2e-3 = 2.436564
#   1e3 = 8.154845
#   0.001 = 0.001000
#   what JavaScript prints for 0.0000001, evaluated: -4.281718
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts math-expression-evaluator@2.0.7 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const Evaluator = require("math-expression-evaluator");
const evaluator = new (Evaluator.default ?? Evaluator)();
console.log(`math-expression-evaluator ${require("./node_modules/math-expression-evaluator/package.json").version}`);
for (const text of ["1e-3", "2e-3", "1e3", "0.001"]) console.log(`${text} = ${evaluator.eval(text).toFixed(6)}`);
console.log(`what JavaScript prints for 0.0000001, evaluated: ${evaluator.eval(String(0.0000001)).toFixed(6)}`);
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
