#!/usr/bin/env bash
# nerdamer 1.1.13 and nerdamer-prime 1.5.0: the derivative of max(0, x) is 0 everywhere
#
# diff(max(0, x), x) is 0, without an error. For a function that has no rule, the differentiator takes the
# derivative of the first argument only and multiplies by it, and here the first argument is a constant. So
# relu, relu6 written as min(6, max(0, x)) and the hard sigmoid all get slope 0, and x * max(0, min(1, x / 6 + 1
# / 2)) loses a term. With the arguments the other way round the derivative stays as "diff(max(x, 0), x)".
#
# One would guess 1 above 0, or an error. Slopes generated from formulas give a relu that never learns, and a
# hardswish whose slope is wrong but looks plausible.
#
# Output seen:
#   nerdamer 1.1.13
#   diff(max(0,x),x) = 0
#   diff(min(6,max(0,x)),x) = 0
#   hardswish x*max(0,min(1,x/6+1/2)): slope at 1 is 0.6667, exact 0.8333
#   nerdamer-prime 1.5.0
#   diff(max(0,x),x) = 0
#   diff(min(6,max(0,x)),x) = 0
#   hardswish x*max(0,min(1,x/6+1/2)): slope at 1 is 0.6667, exact 0.8333
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
  for (const formula of ["max(0,x)", "min(6,max(0,x))"]) console.log(`diff(${formula},x) = ${library(`diff(${formula},x)`)}`);
  const hardswish = "x*max(0,min(1,x/6+1/2))";
  const slope = Number(library(`diff(${hardswish},x)`).evaluate({ x: 1 }).text("decimals"));
  console.log(`hardswish ${hardswish}: slope at 1 is ${slope.toFixed(4)}, exact ${(1 / 3 + 1 / 2).toFixed(4)}`);
}
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
