#!/usr/bin/env bash
# nerdamer 1.1.13 and nerdamer-prime 1.5.0: a derivative that was not found evaluates to 0
#
# Where no derivative is known, diff(f(x), x) is returned as it is, which is fine. But evaluate({ x: 2 }) first
# puts the number in, and then differentiates a constant: the answer is 0, a number like any other. This happens
# for sqrt(abs(x)), max(x, 0) and step(x), although log(abs(x)) and abs(x) are known.
#
# One would guess an error or an unevaluated answer, since a missing rule is not a slope of 0. Values of a
# generated derivative look right wherever they are tested against 0, and the unit that uses it is counted as
# dead.
#
# Output seen:
#   nerdamer 1.1.13
#   diff(sqrt(abs(x)),x) stays diff(sqrt(abs(x)),x); evaluated at 2 it is 0, exact 0.3536
#   diff(max(x,0),x) stays diff(max(x,0),x); evaluated at 2 it is 0, exact 1.0000
#   nerdamer-prime 1.5.0
#   diff(sqrt(abs(x)),x) stays diff(sqrt(abs(x)),x); evaluated at 2 it is 0, exact 0.3536
#   diff(max(x,0),x) stays diff(max(x,0),x); evaluated at 2 it is 0, exact 1.0000
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts nerdamer@1.1.13 nerdamer-prime@1.5.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const load = (name) => {
  const library = require(name);
  require(`${name}/Calculus`);
  return library;
};

for (const name of ["nerdamer", "nerdamer-prime"]) {
  const library = load(name);
  console.log(`${name} ${require(`./node_modules/${name}/package.json`).version}`);
  for (const [formula, exact] of [["sqrt(abs(x))", Math.SQRT1_2 / 2], ["max(x,0)", 1]]) {
    const derivative = library(`diff(${formula},x)`);
    const value = derivative.evaluate({ x: 2 }).text("decimals");
    console.log(`diff(${formula},x) stays ${derivative}; evaluated at 2 it is ${value}, exact ${exact.toFixed(4)}`);
  }
}
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
