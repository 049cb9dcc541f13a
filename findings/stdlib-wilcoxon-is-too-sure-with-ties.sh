#!/usr/bin/env bash
# @stdlib/stats-wilcoxon 0.2.3: with tied differences, p is too small, and five pairs can be significant
#
# With ties or a zero difference the test leaves the exact distribution for a normal approximation, at every
# sample size and without a note. Five pairs that all point one way have p = 2 / 2^5 = 0.0625 and nothing
# smaller exists. With five equal differences the answer is 0.0369, and "rejected" is true.
#
# One would guess 0.0625 in both cases, or a warning. Ties are the usual case for accuracies: on a test set of
# 100 rows they are multiples of one per cent. Five seeds cannot reach 5 % in this test, and here they do.
#
# Output seen:
#   @stdlib/stats-wilcoxon 0.2.3
#   five seeds better by 1, 2, 3, 4, 5 rows: p = 0.0625, rejected: false
#   five seeds better by 1, 1, 2, 2, 3 rows: p = 0.0568, rejected: false
#   five seeds better by 1, 1, 1, 1, 1 rows: p = 0.0369, rejected: true
#   smallest p of five signs: 0.0625
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @stdlib/stats-wilcoxon@0.2.3 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const wilcoxon = require("@stdlib/stats-wilcoxon");
console.log(`@stdlib/stats-wilcoxon ${require("./node_modules/@stdlib/stats-wilcoxon/package.json").version}`);
for (const rows of [[1, 2, 3, 4, 5], [1, 1, 2, 2, 3], [1, 1, 1, 1, 1]]) {
  const { pValue, rejected } = wilcoxon(rows);
  console.log(`five seeds better by ${rows.join(", ")} rows: p = ${pValue.toFixed(4)}, rejected: ${rejected}`);
}
console.log(`smallest p of five signs: ${2 / 2 ** 5}`);
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
