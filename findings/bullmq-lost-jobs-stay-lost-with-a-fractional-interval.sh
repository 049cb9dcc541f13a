#!/usr/bin/env bash
# bullmq 6.7.0: with a fractional stalledInterval, such as 1000 / 3 milliseconds, jobs of dead workers are never recovered
#
# A worker takes a job and dies; its lock runs out after 0.5 s. Another worker looks for such jobs every stalledInterval
# milliseconds and puts them back. With 333 it does. With 1000 / 3 the broker refuses the interval in each look, the job
# stays "active" for ever, and nothing is thrown: the worker only emits `error`, and goes on to train other jobs.
#
# One would guess that a number of milliseconds is rounded, as setTimeout does with the same value, or refused by the
# constructor, which checks that it is a number above 0. A sweep then misses exactly the trials during which a machine
# failed, such as the largest ones, and waits for them without a word.
#
# Output seen:
#   bullmq 6.7.0
#   stalledInterval 333: after 4 s the lost job is waiting, errors: none
#   stalledInterval 333.3333333333333: after 4 s the lost job is active, errors: ERR value is not an integer or out of range
#
# Needs redis-server on the PATH.
set -euo pipefail
expected=$(sed -n 's/^#   //p' "$0")
command -v redis-server >/dev/null || { echo "redis-server is not installed"; exit 2; }
folder=$(mktemp -d)
cd "$folder"
redis-server --port 0 --unixsocket "$folder/redis.sock" --save "" --daemonize no >redis.log 2>&1 &
redis=$!
trap 'kill $redis 2>/dev/null; rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --ignore-scripts bullmq@6.7.0 ioredis@6.0.0 >npm.log 2>&1 || { cat npm.log; exit 2; }
cat >probe.cjs <<'PROBE'
const { Queue, Worker } = require("bullmq");
const Redis = require("ioredis");
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const connect = () => new Redis({ path: `${__dirname}/redis.sock`, maxRetriesPerRequest: null });
async function lose(stalledInterval) {
  const name = `trials-${Math.round(stalledInterval * 1000)}`;
  const queue = new Queue(name, { connection: connect() });
  await queue.add("trial", {}, { jobId: "t-1" });
  const dead = new Worker(name, null, { connection: connect(), lockDuration: 500 });
  await dead.getNextJob("dead");
  const errors = new Set();
  const alive = new Worker(name, null, { connection: connect(), stalledInterval, lockDuration: 500 });
  alive.on("error", ({ message }) => errors.add(message.replace(/ script.*/, "")));
  await alive.startStalledCheckTimer();
  await wait(4000);
  console.log(`stalledInterval ${stalledInterval}: after 4 s the lost job is ${await queue.getJobState("t-1")}, errors: ${[...errors].join() || "none"}`);
}
(async () => {
  console.log(`bullmq ${require("./node_modules/bullmq/package.json").version}`);
  await lose(333);
  await lose(1000 / 3);
  process.exit(0);
})();
PROBE
seen=$(timeout 60 node probe.cjs 2>&1)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed: the output is not the one in the head of this script"
  exit 1
fi
