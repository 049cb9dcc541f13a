// `pnpm bench:queue [sleep|tiny|quickstart|takeover|many …]`: what a queue costs, beside threads, on
// loopback. Needs redis-server. Rounds are interleaved, and each line ends with the machine's load: on a busy
// machine only ratios within a line mean something.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { loadStudy } from "../packages/cli/dist/index.bundle.js";
import { contractData, contractSpec } from "../packages/core/dist/executor-contract/contract-trials.js";
import { runTrial, trialId } from "../packages/core/dist/internal.bundle.js";
import { factsOf } from "../packages/datasets/dist/index.bundle.js";
import { createAgent, createQueueExecutor, inspectBroker } from "../packages/queue/dist/index.bundle.js";
import { createThreadExecutor } from "../packages/workers/dist/index.bundle.js";

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "actbench-bench-queue-"));
const port = 20_000 + (process.pid % 20_000);
const address = `redis://127.0.0.1:${port}`;
const children = [];
const start = (command, ...args) => {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  child.stdout.setEncoding("utf8");
  return child;
};
const says = (child, text) =>
  new Promise((resolve) => child.stdout.on("data", (said) => said.includes(text) && resolve()));
const redis = start(
  "redis-server",
  "--bind",
  "127.0.0.1",
  "--port",
  `${port}`,
  "--save",
  "",
  "--dir",
  folder,
);
await says(redis, "Ready to accept");

const machine = { cpu: "x", cores: 1, memory_bytes: 2 ** 33, os: "", arch: "", node: "", v8: "", fma: false };
const data = contractData();
const record = runTrial(contractSpec(data), data, { now: () => 0 });
const seconds = async (work) => {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
};
const line = (text) =>
  console.log(`${text}  (load ${loadavg()[0].toFixed(1)}, ${availableParallelism()} cores)`);
const runAll = (executor, specs) => Promise.all(specs.map((spec) => executor.run(spec)));
const tiny = (from, count) => Array.from({ length: count }, (_, i) => contractSpec(data, from + i));

/** An agent in this process whose trials last so long and train nothing. */
function idler(ms) {
  const executor = {
    concurrency: 1,
    numerics: ["strict"],
    close: async () => {},
    run: async (_, { id }) => {
      if (ms > 0) await wait(ms);
      return { ...record, id };
    },
  };
  return createAgent(address, { executor, datasets: [data], machine });
}

/** Seconds of processor time of a process. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Trials that sleep: n agents should train n times as many. */
async function sleep() {
  for (const [ms, counts] of [
    [1000, [1, 2, 4, 8, 16]],
    [200, [1, 2, 4, 8]],
  ])
    for (const count of counts) {
      const agents = await Promise.all(Array.from({ length: count }, () => idler(ms)));
      const executor = await createQueueExecutor(address, { datasets: [data], fresh: true });
      await runAll(executor, tiny(1e6, count));
      const each = 10;
      const took = await seconds(() => runAll(executor, tiny(0, each * count)));
      line(
        `${count} agents, trials of ${ms} ms: ${took.toFixed(2)} s, efficiency ${((each * ms) / 1000 / took).toFixed(2)}`,
      );
      await executor.close();
      await Promise.all(agents.map((agent) => agent.close()));
    }
}

/** The smallest trials: one agent of one thread beside one thread. */
async function tinyTrials() {
  const count = 300;
  const sweep = join(folder, "tiny.yaml");
  writeFileSync(
    sweep,
    "dataset: { name: iris, validation: 30 }\nmodel: { hidden: [8] }\ntrain: { epochs: 1, batch_size: 16 }\nparameters: { activation: [relu] }\nseeds: 300\n",
  );
  const { study, specs } = await studySpecs(sweep);
  const agent = start(
    process.execPath,
    file("packages/cli/dist/main.bundle.js"),
    "agent",
    sweep,
    "--workers",
    "1",
    "--queue",
    address,
  );
  await says(agent, "agent ");
  const threads = createThreadExecutor({ workers: 1, datasets: study.datasets });
  const queue = await createQueueExecutor(address, { datasets: study.datasets.map(factsOf), fresh: true });
  await runAll(threads, specs.slice(0, 50));
  await runAll(queue, specs.slice(0, 50));
  for (let round = 0; round < 3; round++) {
    const own = process.cpuUsage();
    const near = await seconds(() => runAll(threads, specs));
    const { user, system } = process.cpuUsage(own);
    const before = [cpuOf(agent.pid), cpuOf(redis.pid), process.cpuUsage()];
    const far = await seconds(() => runAll(queue, specs));
    const mine = process.cpuUsage(before[2]);
    const ms = (s) => ((1000 * s) / count).toFixed(1);
    line(
      `${count} tiny trials: threads ${(count / near).toFixed(0)}/s, queue ${(count / far).toFixed(0)}/s, ratio ${(near / far).toFixed(2)}; ` +
        `processor ms a trial: threads ${ms((user + system) / 1e6)} in all; agent ${ms(cpuOf(agent.pid) - before[0])}, ` +
        `coordinator ${ms((mine.user + mine.system) / 1e6)}, redis ${ms(cpuOf(redis.pid) - before[1])}`,
    );
  }
  await queue.close();
  await threads.close();
  agent.kill();
}

async function studySpecs(config, overrides = []) {
  const study = await loadStudy(config, { overrides });
  return {
    study,
    specs: study.sweep.plan.map(({ point, seed }) => ({ ...study.sweep.points[point].spec, seed })),
  };
}

/** Trials of seconds: an agent of two threads beside two threads. */
async function quickstart() {
  const config = file("configs/quickstart.yaml");
  const { study, specs } = await studySpecs(config, ["seeds=1", "epochs=1"]);
  const few = specs.slice(0, 6);
  const agent = start(
    process.execPath,
    file("packages/cli/dist/main.bundle.js"),
    "agent",
    config,
    "--workers",
    "2",
    "--queue",
    address,
  );
  await says(agent, "agent ");
  const threads = createThreadExecutor({ workers: 2, datasets: study.datasets });
  const queue = await createQueueExecutor(address, { datasets: study.datasets.map(factsOf), fresh: true });
  await runAll(threads, few.slice(0, 2));
  await runAll(queue, few.slice(0, 2));
  for (let round = 0; round < 3; round++) {
    const near = await seconds(() => runAll(threads, few));
    const far = await seconds(() => runAll(queue, few));
    line(
      `${few.length} quickstart trials of one epoch: two threads ${near.toFixed(1)} s, an agent of two ${far.toFixed(1)} s, ratio ${(near / far).toFixed(2)}`,
    );
  }
  await queue.close();
  await threads.close();
  agent.kill();
}

/** From the kill of an agent to the start of its trial at another, in times of the lock. */
async function takeover() {
  const lockSeconds = 5;
  const options = JSON.stringify({ trialMs: 3000, lockSeconds });
  const open = async () => {
    const agent = start(process.execPath, file("packages/queue/test/agent-process.mjs"), address, options);
    await says(agent, "ready");
    return agent;
  };
  for (let round = 0; round < 3; round++) {
    const victim = await open();
    const executor = await createQueueExecutor(address, { datasets: [data], fresh: true });
    let starts = 0;
    let killed = 0;
    const [spec] = tiny(100 + round, 1);
    const onEvent = ({ type }) => {
      if (type !== "started" || ++starts > 1) return;
      killed = performance.now();
      victim.kill("SIGKILL");
    };
    const begun = new Promise((resolve) => {
      const ended = executor.run(spec, {
        onEvent: (event) => {
          onEvent(event);
          if (starts === 2) resolve();
        },
      });
      // It is aborted once it was taken over.
      ended.catch(() => undefined);
    });
    while (killed === 0) await wait(20);
    const other = await open();
    await begun;
    line(
      `taken over ${((performance.now() - killed) / 1000 / lockSeconds).toFixed(2)} lock times after the kill`,
    );
    await executor.close();
    other.kill();
  }
}

/** A hundred thousand trials at once: the broker holds what is in flight. */
async function many() {
  const count = 100_000;
  const agents = await Promise.all([idler(0), idler(0)]);
  const executor = await createQueueExecutor(address, { datasets: [data], fresh: true });
  const base = process.memoryUsage().rss;
  const [spec] = tiny(0, 1);
  let [done, most, rss] = [0, 0, 0];
  const look = setInterval(async () => {
    const { usedBytes } = await inspectBroker(address).catch(() => ({ usedBytes: 0 }));
    most = Math.max(most, usedBytes);
    rss = Math.max(rss, process.memoryUsage().rss);
  }, 1000);
  const mib = (bytes) => (bytes / 2 ** 20).toFixed(0);
  let last = performance.now();
  const took = await seconds(() =>
    Promise.all(
      Array.from({ length: count }, async (_, seed) => {
        const one = { ...spec, seed };
        await executor.run(one, { id: trialId(one) });
        if (++done % 20_000 !== 0) return;
        const now = performance.now();
        line(
          `${done} trials: ${(20_000_000 / (now - last)).toFixed(0)}/s; broker at most ${mib(most)} MiB, coordinator with two agents ${mib(rss)} MiB (${mib(base)} before)`,
        );
        last = now;
      }),
    ),
  );
  line(`${count} trials at once: ${(count / took).toFixed(0)}/s over all`);
  clearInterval(look);
  await executor.close();
  await Promise.all(agents.map((agent) => agent.close()));
}

const PARTS = { sleep, tiny: tinyTrials, quickstart, takeover, many };
const asked = process.argv.slice(2);
try {
  for (const part of asked.length > 0 ? asked : Object.keys(PARTS)) await PARTS[part]();
} finally {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
