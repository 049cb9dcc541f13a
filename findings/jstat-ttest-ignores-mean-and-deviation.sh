#!/usr/bin/env bash
# jstat 1.9.6: ttest(value, mean, sd, n) without the fifth argument tests something else
#
# jStat.ttest(value, mean, sd, n, sides) is documented with "if sides is not specified the test defaults to a
# two sided t-test". Without sides, the four numbers are taken as (tscore, n, sides): the value counts as the t
# score, and the mean as the sample size. An accuracy of 90.5 against a mean of 90 with deviation 2 in 9 runs
# has t = 0.75 and p = 0.47; the call answers 2e-89. For accuracies between 0 and 1 the answer is 0.
#
# One would guess the documented default. Nearly every comparison becomes overwhelmingly significant, and
# jStat.ztest, with the same signature without n, does use the default.
#
# Output seen:
#   jstat 1.9.6
#   t score                             0.7500
#   ttest(90.5, 90, 2, 9, 2)            0.4747
#   ttest(90.5, 90, 2, 9)               2.116e-89
#   ttest(0.905, 0.9, 0.02, 9, 2)       0.4747
#   ttest(0.905, 0.9, 0.02, 9)          0.000e+0
#   ztest(90.5, 90, 2, 2)               0.8026
#   ztest(90.5, 90, 2)                  0.8026
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts jstat@1.9.6 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const { jStat } = require("jstat");
console.log(`jstat ${require("./node_modules/jstat/package.json").version}`);
const write = (name, value) => console.log(`${name.padEnd(35)} ${value > 1e-9 ? value.toFixed(4) : Number(value).toExponential(3)}`);
write("t score", jStat.tscore(90.5, 90, 2, 9));
write("ttest(90.5, 90, 2, 9, 2)", jStat.ttest(90.5, 90, 2, 9, 2));
write("ttest(90.5, 90, 2, 9)", jStat.ttest(90.5, 90, 2, 9));
write("ttest(0.905, 0.9, 0.02, 9, 2)", jStat.ttest(0.905, 0.9, 0.02, 9, 2));
write("ttest(0.905, 0.9, 0.02, 9)", jStat.ttest(0.905, 0.9, 0.02, 9));
write("ztest(90.5, 90, 2, 2)", jStat.ztest(90.5, 90, 2, 2));
write("ztest(90.5, 90, 2)", jStat.ztest(90.5, 90, 2));
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
