import { type CommandEntry, entry } from "./command/command-entry.js";
import type { CommandGroup } from "./command/command-table.js";

/**
 * Every command; the command line, its help and the tests read this list. A command's modules are loaded when
 * it is run or its own help is shown, so that no command waits for what others need.
 */
export const commands: readonly CommandEntry[] = [
  entry(
    "run <config> [overrides..]",
    "Train every configuration of a sweep on every seed; run again to resume",
    async () => (await import("./commands/run.js")).run,
  ),
  entry(
    "plan <config> [overrides..]",
    "Show what would run, how long it takes and which effects the seeds can detect; trains nothing",
    async () => (await import("./commands/plan.js")).plan,
  ),
  entry(
    "validate <configs..>",
    "Check sweep files and report all errors, with file:line:column",
    async () => (await import("./commands/validate.js")).validate,
  ),
  entry(
    "report <runs..>",
    "Write the HTML report of one or several runs; counts as a look at the verdicts",
    async () => (await import("./commands/report.js")).report,
  ),
  entry(
    "compare <a> <others..>",
    "Compare runs with the first one, matching configurations and seeds; prints a table, writes a page",
    async () => (await import("./commands/compare.js")).compare,
  ),
  entry(
    "check <run>",
    "Decide every claim of a run: pass, fail or undecided; exits with 1 if one fails",
    async () => (await import("./commands/check.js")).check,
  ),
  entry(
    "export <run>",
    "Export a table of a run as CSV, JSON lines, Parquet, Markdown or LaTeX",
    async () => (await import("./commands/export.js")).exportRun,
  ),
  entry(
    "status [run]",
    "Count finished, failed and missing trials of one run, or of all runs",
    async () => (await import("./commands/status.js")).status,
  ),
  entry(
    "show <trial>",
    "Show a trial: its settings, learning curve and, if it failed, the error message",
    async () => (await import("./commands/show.js")).show,
  ),
  entry(
    "replay <trial> [run]",
    "Retrain a trial and compare it with its record, bit by bit",
    async () => (await import("./commands/replay.js")).replay,
  ),
  entry(
    "model <trial> [run]",
    "Write a trained network to a file for PyTorch, NumPy or ONNX runtimes",
    async () => (await import("./commands/model.js")).model,
  ),
  entry(
    "evaluate <files..>",
    "Evaluate weights from other tools (.safetensors, .npz): loss, accuracy, dead units",
    async () => (await import("./commands/evaluate.js")).evaluate,
  ),
  entry(
    "bench [what..]",
    "Isolated benchmark: time of a step, a value and a derivative, relative to a baseline",
    async () => (await import("./commands/bench.js")).bench,
  ),
  entry(
    "activations list",
    "List the activation functions, or those of a family, of some years, with dead units, …",
    async () => (await import("./commands/activations-list.js")).activationsList,
  ),
  entry(
    "activations show [name]",
    "Show an activation: formula, derivative, plot, range, kinks, gain, where it is dead, signal depth",
    async () => (await import("./commands/activations-show.js")).activationsShow,
  ),
  entry(
    "activations search <words..>",
    "Search names, other names, summaries, sources and notes of the activations",
    async () => (await import("./commands/activations-search.js")).activationsSearch,
  ),
  entry(
    "activations like <what>",
    "Find the activations whose curves are nearest to one of them or to a formula",
    async () => (await import("./commands/activations-like.js")).activationsLike,
  ),
  entry(
    "activations check <what>",
    "Audit an activation: derivatives, kinks, poles, extreme inputs, NaN, purity, vector code, speed",
    async () => (await import("./commands/activations-check.js")).activationsCheck,
  ),
  entry(
    "activations new <name>",
    "Create a custom activation: a plugin and its test, in this folder",
    async () => (await import("./commands/activations-new.js")).activationsNew,
  ),
  entry(
    "datasets list",
    "List the datasets: the catalog, and what was fetched or imported on this machine",
    async () => (await import("./commands/datasets-list.js")).datasetsList,
  ),
  entry(
    "datasets info <name>",
    "Show a dataset: examples, classes or targets, density, range of every input, source, license",
    async () => (await import("./commands/datasets-info.js")).datasetsInfo,
  ),
  entry(
    "datasets fetch <name>",
    "Download an image dataset into the cache and check its SHA-256",
    async () => (await import("./commands/datasets-fetch.js")).datasetsFetch,
  ),
  entry(
    "datasets import <name> <files..>",
    "Import your own data under a name: a CSV table, NumPy arrays, a folder of IDX files or a PNG image",
    async () => (await import("./commands/datasets-import.js")).datasetsImport,
  ),
  entry(
    "datasets verify [names..]",
    "Read datasets completely and compare their hashes; exit code 1 if one differs",
    async () => (await import("./commands/datasets-verify.js")).datasetsVerify,
  ),
  entry(
    "merge <runs..>",
    "Merge all shards of a plan into one run",
    async () => (await import("./commands/merge.js")).merge,
  ),
  entry(
    "agent [configs..]",
    "Train trials for runs that use the same queue, until stopped",
    async () => (await import("./commands/agent.js")).agent,
  ),
  entry(
    "doctor",
    "Check this machine: Node, cores, memory, SIMD, timer, data and speed; or a queue and its agents",
    async () => (await import("./commands/doctor.js")).doctor,
  ),
  entry(
    "init [file]",
    "Create a sweep file that is ready to run, and a schema for editors",
    async () => (await import("./commands/init.js")).init,
  ),
  entry("completion [shell]", "Print a completion script for your shell", async () =>
    (await import("./commands/completion.js")).completion(commands),
  ),
];

/** The first words of two-word commands. */
export const groups: readonly CommandGroup[] = [
  {
    name: "activations",
    summary: "The catalog of activation functions: list, show, search, like, check, new",
  },
  { name: "datasets", summary: "Datasets: list, info, fetch, import, verify" },
];
