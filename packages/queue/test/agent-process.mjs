// An agent in a process of its own: `node agent-process.mjs ADDRESS '{"trialMs":300,"lockSeconds":1}'`. It
// prints each of its events as a line of JSON. A trial of seed 13 kills it; SIGUSR2 blocks its event loop for
// four lock times.
import { setTimeout as wait } from "node:timers/promises";
import { runTrial } from "@actbench/core/internal";
import { contractData } from "../../core/dist/executor-contract/contract-trials.js";
import { createAgent } from "../dist/index.js";

const MACHINE = {
  cpu: "test",
  cores: 2,
  memory_bytes: 2 ** 33,
  os: "",
  arch: "",
  node: "",
  v8: "",
  fma: false,
};

const [address, text = "{}"] = process.argv.slice(2);
const { trialMs = 300, lockSeconds = 1, threads = 1, machine = {}, machineId } = JSON.parse(text);
const data = contractData();
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);

const executor = {
  concurrency: threads,
  numerics: ["strict"],
  close: async () => {},
  run: async (spec, { signal, onEvent, from, until, id }) => {
    onEvent?.({ type: "started", id });
    if (spec.seed === 13) process.kill(process.pid, "SIGKILL");
    await wait(trialMs, undefined, { signal });
    return runTrial(spec, data, { now: () => 0 }, { from, until });
  },
};

process.on("SIGUSR2", () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4000 * lockSeconds);
});
const agent = await createAgent(address, {
  executor,
  datasets: [data],
  machine: { ...MACHINE, ...machine },
  ...(machineId === undefined ? {} : { machineId }),
  lockSeconds,
  onEvent: say,
  onRemark: (remark) => say({ type: "remark", remark }),
});
process.on("SIGTERM", () => agent.drain());
say({ type: "ready", id: agent.card.id });
await agent.stopped;
