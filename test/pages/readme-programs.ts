import { pageBlocks } from "./page-blocks.js";

/** The TypeScript of a package's README, and what its sentences take for granted. */
export interface ReadmeProgram {
  readonly room: string;
  /** Its blocks, one after another, with what stands for something replaced. */
  readonly text: (words?: Readonly<Record<string, string>>) => string;
  /** Statements that make what is taken for granted. */
  readonly given: string;
  /** The same for the compiler. */
  readonly types: string;
}

const GIVEN: Readonly<Record<string, Pick<ReadmeProgram, "given" | "types">>> = {
  core: { given: "", types: "" },
  datasets: { given: "", types: "" },
  report: { given: "", types: "" },
  // Trains nothing: each trial fails.
  sweep: {
    given: `
import { factsOf, loadDataset } from "@actbench/datasets";
const datasets = [factsOf(await loadDataset("mnist"))];
const error = { code: "x", message: "x" };
const fail = async (spec, { id }) => ({ status: "failed", id, curve: [], error });
const numerics = ["fma", "strict"];
const executor = { concurrency: 2, numerics, run: fail, close: async () => {} };
const clock = () => 0;
const machine = { cpu: "", cores: 1, memory_bytes: 1, os: "", arch: "", node: "", v8: "", fma: true };
const host = { machine, data: [], version: "0", now: Date.now, workers: 2, numerics };
`,
    types: `
import type { DatasetFacts, Executor } from "@actbench/core";
import type { RunHost } from "@actbench/sweep";
declare const datasets: DatasetFacts[], executor: Executor, clock: () => number, host: RunHost;
`,
  },
  workers: {
    given: `
import { catalog } from "@actbench/core";
import { factsOf, loadDataset } from "@actbench/datasets";
import { loadSweep } from "@actbench/sweep";
const mnist = await loadDataset("two_moons");
const stop = new AbortController();
const [point] = loadSweep({
  text: "dataset: { name: two_moons, train: 64, validation: 16 }\\nmodel: { hidden: [4] }\\nparameters: { activation: [relu] }\\nnumerics: strict",
  file: "x.yaml",
  catalogs: { activations: catalog, datasets: [factsOf(mnist)], fma: false },
}).points;
const spec = { ...point.spec, seed: 0 };
`,
    types: `
import type { Dataset, TrialSpec } from "@actbench/core";
declare const mnist: Dataset, spec: TrialSpec, stop: AbortController;
`,
  },
  queue: {
    given: `
import { catalog } from "@actbench/core";
import { createThreadExecutor } from "@actbench/workers";
import { factsOf, loadDataset } from "@actbench/datasets";
import { loadSweep } from "@actbench/sweep";
const data = await loadDataset("two_moons");
const mnist = factsOf(data);
const threads = createThreadExecutor({ workers: 1, datasets: [data] });
const machine = { cpu: "", cores: 1, memory_bytes: 1e9, os: "", arch: "", node: "", v8: "", fma: true };
const [point] = loadSweep({
  text: "dataset: { name: two_moons, train: 64, validation: 16 }\\nmodel: { hidden: [4] }\\nparameters: { activation: [relu] }\\nnumerics: strict",
  file: "x.yaml",
  catalogs: { activations: catalog, datasets: [mnist], fma: false },
}).points;
const spec = { ...point.spec, seed: 0 };
process.on("beforeExit", () => threads.close());
`,
    types: `
import type { DatasetFacts, Executor, TrialSpec } from "@actbench/core";
import type { MachineCard } from "@actbench/queue";
declare const threads: Executor, mnist: DatasetFacts, machine: MachineCard, spec: TrialSpec;
`,
  },
};

/**
 * A program of every package's README that has TypeScript; that of queue needs a broker, without which it is
 * only compiled.
 */
export const README_PROGRAMS: readonly ReadmeProgram[] = Object.entries(GIVEN).map(([room, given]) => ({
  room,
  ...given,
  text: (words = {}) =>
    Object.entries(words).reduce(
      (text, [word, value]) => text.replaceAll(word, value),
      pageBlocks(`packages/${room}/README.md`)
        .filter(({ kind }) => kind === "ts")
        .map(({ text }) => text)
        .join("\n"),
    ),
}));
