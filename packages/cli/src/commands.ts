import { type CommandEntry, entry } from "./command/command-entry.js";
import type { CommandGroup } from "./command/command-table.js";

/**
 * Every command; the command line, its help and the tests read this list. A command's modules are loaded when it is run or
 * its own help is shown, so that no command waits for what others need.
 */
export const commands: readonly CommandEntry[] = [
  entry(
    "run <config> [overrides..]",
    "Train every point of a sweep on every seed; the same command continues an interrupted run",
    async () => (await import("./commands/run.js")).run,
  ),
  entry(
    "plan <config> [overrides..]",
    "What would run, and what its seeds can decide: points, seeds, trials, minutes; nothing is trained",
    async () => (await import("./commands/plan.js")).plan,
  ),
  entry(
    "validate <configs..>",
    "Check sweep files: all errors of all files, each with file:line:column",
    async () => (await import("./commands/validate.js")).validate,
  ),
  entry(
    "report <runs..>",
    "Write the HTML report of a run again, or one page over several; notes that its verdicts were seen",
    async () => (await import("./commands/report.js")).report,
  ),
  entry(
    "compare <a> <others..>",
    "Runs beside the first one: points matched by their settings, trials by seed; a table and a page",
    async () => (await import("./commands/compare.js")).compare,
  ),
  entry(
    "check <run>",
    "Verdict of every claim of a run: pass, fail or undecided; exit 1 when one fails",
    async () => (await import("./commands/check.js")).check,
  ),
  entry(
    "export <run>",
    "A table of a run as CSV, JSON lines, Parquet, Markdown or LaTeX, with stable columns",
    async () => (await import("./commands/export.js")).exportRun,
  ),
  entry(
    "status [run]",
    "What is finished, failed and missing: of one run, or of all under --out",
    async () => (await import("./commands/status.js")).status,
  ),
  entry(
    "show <trial>",
    "One trial: its settings, its curve, its error",
    async () => (await import("./commands/show.js")).show,
  ),
  entry(
    "replay <trial> [run]",
    "Train one trial again and compare it with its record, bit by bit",
    async () => (await import("./commands/replay.js")).replay,
  ),
  entry(
    "model <trial> [run]",
    "A trained network as a file for PyTorch, NumPy or an ONNX runtime",
    async () => (await import("./commands/model.js")).model,
  ),
  entry(
    "evaluate <files..>",
    "Loss, accuracy and dead units of weights from elsewhere: .safetensors and .npz files",
    async () => (await import("./commands/evaluate.js")).evaluate,
  ),
  entry(
    "bench [what..]",
    "The speed lane alone: what an update, a value and a slope cost, against a baseline and the noise",
    async () => (await import("./commands/bench.js")).bench,
  ),
  entry(
    "activations list",
    "The activation functions a sweep file can name",
    async () => (await import("./commands/activations-list.js")).activationsList,
  ),
  entry(
    "activations show [name]",
    "One activation: formula, slope, plot, range, kinks, gain, where it is dead, how deep signals get",
    async () => (await import("./commands/activations-show.js")).activationsShow,
  ),
  entry(
    "activations check <what>",
    "Audit a plugin or a built-in: slopes, kinks, poles, extremes, NaN, purity, vector code, speed",
    async () => (await import("./commands/activations-check.js")).activationsCheck,
  ),
  entry(
    "activations new <name>",
    "Start an activation of one's own: a plugin and its test in this folder, ready to run",
    async () => (await import("./commands/activations-new.js")).activationsNew,
  ),
  entry(
    "datasets list",
    "The datasets a sweep file can name: those of the catalog, and those fetched or imported here",
    async () => (await import("./commands/datasets-list.js")).datasetsList,
  ),
  entry(
    "datasets info <name>",
    "One dataset: examples, classes and their counts or numbers to predict, density, the range of every input, source, licence",
    async () => (await import("./commands/datasets-info.js")).datasetsInfo,
  ),
  entry(
    "datasets fetch <name>",
    "Download a picture set into the cache, checked by SHA-256; the only command that touches the network",
    async () => (await import("./commands/datasets-fetch.js")).datasetsFetch,
  ),
  entry(
    "datasets import <name> <files..>",
    "Keep your own data in the cache under a name: a CSV table, NumPy arrays, a folder of IDX files, a PNG picture",
    async () => (await import("./commands/datasets-import.js")).datasetsImport,
  ),
  entry(
    "datasets verify [names..]",
    "Read datasets whole and compare them with what they must be; exit code 1 when one is not itself",
    async () => (await import("./commands/datasets-verify.js")).datasetsVerify,
  ),
  entry(
    "merge <runs..>",
    "Make one run of all shards of a plan",
    async () => (await import("./commands/merge.js")).merge,
  ),
  entry(
    "agent [configs..]",
    "Train trials of any run that uses the same queue, until stopped",
    async () => (await import("./commands/agent.js")).agent,
  ),
  entry(
    "doctor",
    "What works here and how fast: Node, cores, SIMD profile, timer, data; a queue and its agents",
    async () => (await import("./commands/doctor.js")).doctor,
  ),
  entry(
    "init [file]",
    "Start a sweep file, ready to run, and the schema that lets editors complete and check it",
    async () => (await import("./commands/init.js")).init,
  ),
  entry("completion [shell]", "A script that lets your shell complete commands and flags", async () =>
    (await import("./commands/completion.js")).completion(commands),
  ),
];

/** The first words of two-word commands. */
export const groups: readonly CommandGroup[] = [
  { name: "activations", summary: "The catalog of activation functions: list, show, check, new" },
  { name: "datasets", summary: "Datasets: list, info, fetch, import, verify" },
];
