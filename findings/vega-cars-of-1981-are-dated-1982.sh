#!/usr/bin/env bash
# vega-datasets 3.2.1: cars.json, the Auto MPG table, dates the cars of 1981 to 1982
#
# The file has a year for every car and holds 12 different ones: 1970 to 1980 and 1982. Its source, Auto MPG of the UCI
# repository, has 13: there the cars from plymouth reliant to the last before chevrolet cavalier are of 1981. The rows are in
# the source's order, so that the cut can still be found.
#
# One would guess that the year is the source's. It is one of the few inputs of a table on which regressions are compared,
# and 28 of the 392 complete rows have a wrong one: errors differ from published ones.
#
# Output seen:
#   vega-datasets 3.2.1
#   cars by year: 1970 35, 1971 29, 1972 28, 1973 40, 1974 27, 1975 30, 1976 34, 1977 28, 1978 36, 1979 29, 1980 29, 1982 61
#   first dated 1982: plymouth reliant; UCI's first of 1982: chevrolet cavalier, 30 rows later
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts vega-datasets@3.2.1 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const { readFileSync } = require("node:fs");
const folder = "node_modules/vega-datasets/";
console.log(`vega-datasets ${JSON.parse(readFileSync(`${folder}package.json`, "utf8")).version}`);
const cars = JSON.parse(readFileSync(`${folder}data/cars.json`, "utf8"));
const years = new Map();
for (const { Year } of cars) years.set(Year.slice(0, 4), (years.get(Year.slice(0, 4)) ?? 0) + 1);
console.log(`cars by year: ${[...years].map((pair) => pair.join(" ")).join(", ")}`);
const first = cars.findIndex(({ Year }) => Year.startsWith("1982"));
const cavalier = cars.findIndex(({ Name }) => Name === "chevrolet cavalier");
console.log(
  `first dated 1982: ${cars[first].Name}; UCI's first of 1982: ${cars[cavalier].Name}, ${cavalier - first} rows later`,
);
PROBE
seen=$(node probe.cjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
