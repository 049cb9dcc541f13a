#!/usr/bin/env bash
# math-expression-evaluator 2.0.7: 1-2^-2 is 3
#
# A power with a negative exponent after another operation is evaluated with the operators swapped: a-2^-b
# becomes a^2--b. So 1-2^-2 is 1^2+2 = 3, 3*2^-1 is 3^2*-1 = -9, and 5+2^-2 is 23. With parentheses, 1-2^(-2),
# the answer is right; 2^-2 alone is an error. Also, 2^3^2 is 64, from left to right.
#
# One would guess 0.75: if 2^-2 is refused where it stands alone, it should be refused inside a longer formula
# too. Formulas with x^-2, such as 1-x^-2 or 1/(1+x^-2), give finite and wrong values.
#
# Output seen:
#   math-expression-evaluator 2.0.7
#   1-2^-2 = 3, exact 0.75
#   3*2^-1 = -9, exact 1.5
#   5+2^-2 = 23, exact 5.25
#   1-2^(-2) = 0.75, exact 0.75
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
for (const [text, exact] of [["1-2^-2", 0.75], ["3*2^-1", 1.5], ["5+2^-2", 5.25], ["1-2^(-2)", 0.75]]) {
  console.log(`${text} = ${evaluator.eval(text)}, exact ${exact}`);
}
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
