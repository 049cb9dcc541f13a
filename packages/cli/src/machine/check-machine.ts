import { wholeNumber } from "@actbench/core/text";
import { listDatasets, loadDataset } from "@actbench/datasets";
import { prepareEngine } from "@actbench/workers/engine";
import { plural } from "../terminal/plural.js";
import { machineCard } from "./machine-card.js";
import { measureSpeed } from "./measure-speed.js";
import { timerResolutionNs } from "./timer-resolution.js";

/** One thing that was looked at. */
export interface MachineFinding {
  readonly what: string;
  readonly ok: boolean;
  readonly found: string;
}

/** Looks at everything a run needs; what fails is a finding, not an exception. */
export async function checkMachine(): Promise<readonly MachineFinding[]> {
  const { fma, kernels, why } = prepareEngine();
  const machine = machineCard(fma);
  return [
    nodeVersion(machine.node),
    { what: "machine", ok: true, found: `${machine.cpu}, ${machine.os} ${machine.arch}` },
    { what: "cores", ok: true, found: `${machine.cores} for this process` },
    {
      what: "memory",
      ok: true,
      found: `${(machine.memory_bytes / 2 ** 30).toFixed(1)} GiB for this process`,
    },
    {
      what: "numerics",
      ok: true,
      found: fma ? "fma: fused multiply-add by relaxed SIMD" : "strict: plain SIMD",
    },
    { what: "kernels", ok: true, found: `${kernels}: ${why}` },
    { what: "timer", ok: true, found: `steps of ${timerResolutionNs()} ns` },
    ...(await datasets()),
    speed(fma),
  ];
}

function nodeVersion(version: string): MachineFinding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { what: "node", ok, found: ok ? version : `${version}; actbench needs 20.19 or newer` };
}

/** A set that has to be fetched is no fault of the machine. */
async function datasets(): Promise<readonly MachineFinding[]> {
  const listed = await listDatasets();
  return Promise.all(
    listed.map(({ name, where }) =>
      where === "not_here"
        ? { what: `dataset ${name}`, ok: true, found: `not here; actbench datasets fetch ${name}` }
        : dataset(name),
    ),
  );
}

async function dataset(name: string): Promise<MachineFinding> {
  const what = `dataset ${name}`;
  try {
    const { trainRows, testRows, hash } = await loadDataset(name);
    return {
      what,
      ok: true,
      found: `${plural(trainRows, "row")} + ${plural(testRows, "test row")}, ${hash.slice(0, 8)}`,
    };
  } catch (error) {
    return { what, ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}

function speed(fma: boolean): MachineFinding {
  try {
    const { samples_per_s, flops_per_s } = measureSpeed(fma);
    const samples = wholeNumber(1000 * Math.round(samples_per_s / 1000));
    const found = `${samples} samples/s a thread (784-128-64-10, relu, SGD), ${(flops_per_s / 1e9).toFixed(0)} GFLOP/s`;
    return { what: "speed", ok: true, found };
  } catch (error) {
    return { what: "speed", ok: false, found: error instanceof Error ? error.message : String(error) };
  }
}
