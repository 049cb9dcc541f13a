#!/usr/bin/env bash
# apache-arrow 21.2.0: toArray() turns null into 0
#
# A Float64 vector with a missing value gives null by get() and by iteration, but toArray() returns the buffer
# below, in which the missing value is 0. There is no warning, and nullCount of the vector is still 1.
#
# One would guess NaN, or an array with null, since both other ways to read the column keep the gap. toArray()
# is the fast way that examples use, so a failed trial, written as null, enters the mean accuracy as 0.
#
# Output seen:
#   apache-arrow 21.2.0
#   by iteration: 0.9,null,0.94 (nulls: 1)
#   by toArray(): 0.9,0,0.94
#   mean accuracy of the finished trials 0.9200, of toArray() 0.6133
#   after a round trip through IPC: 0.9,0,0.94
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts apache-arrow@21.2.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const { Float64, tableFromIPC, tableToIPC, Table, vectorFromArray } = require("apache-arrow");
console.log(`apache-arrow ${require("./node_modules/apache-arrow/package.json").version}`);
const accuracy = vectorFromArray([0.9, null, 0.94], new Float64());
const write = (values) => Array.from(values, (v) => String(v)).join(",");
const mean = (values) => values.reduce((sum, v) => sum + v, 0) / values.length;
console.log(`by iteration: ${write(accuracy)} (nulls: ${accuracy.nullCount})`);
console.log(`by toArray(): ${write(accuracy.toArray())}`);
const finished = [...accuracy].filter((v) => v !== null);
console.log(`mean accuracy of the finished trials ${mean(finished).toFixed(4)}, of toArray() ${mean(accuracy.toArray()).toFixed(4)}`);
const again = tableFromIPC(tableToIPC(new Table({ accuracy }))).getChild("accuracy");
console.log(`after a round trip through IPC: ${write(again.toArray())}`);
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
