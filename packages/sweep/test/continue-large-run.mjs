// A separate process, so that its memory is only the run's: opens the large run and trains what is missing.
// Arguments: the folder of runs, the sweep file's text, the facts of its dataset. Prints one line of JSON.
import { performance } from "node:perf_hooks";
import { catalog, trialId } from "@actbench/core";
import { loadSweep, openRun, runStudy } from "../dist/index.js";

const [out = "", text = "", facts = "", host = ""] = process.argv.slice(2);
const seconds = () => performance.now() / 1000;
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const megabytes = () => process.resourceUsage().maxRSS / 1000;
const catalogs = { activations: catalog, datasets: [JSON.parse(facts)], fma: true };
const sweep = loadSweep({ text, file: "large.yaml", catalogs });
const cpu = cpuSeconds();
const run = await openRun(out, sweep, { ...JSON.parse(host), now: Date.now });
const opened = run.records.size;
let trained = 0;
let begun;
const executor = {
  concurrency: 2,
  numerics: ["fma", "strict"],
  close: async () => {},
  run: async (spec) => {
    begun ??= { cpu_seconds: cpuSeconds() - cpu, megabytes: megabytes() };
    trained += 1;
    return { status: "timed_out", id: trialId(spec), curve: [], after_s: 1 };
  },
};
const { ended } = await runStudy({ run, executor, clock: seconds });
run.close();
// With results.csv, which says of every trial which epoch was its best.
const whole = { cpu_seconds: cpuSeconds() - cpu, megabytes: megabytes() };
console.log(JSON.stringify({ opened, trained, ended, begun, whole }));
